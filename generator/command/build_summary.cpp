#include "command/build_summary.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace yokoten {
namespace {

constexpr std::array<Room, room_count> rooms = {Room::read,    Room::measure,   Room::check,
                                                Room::protect, Room::translate, Room::page,
                                                Room::chart,   Room::publish};

double milliseconds(double seconds) { return std::round(seconds * 1e3) / 1e3; }

// How much of the last room was waiting.
std::string disk_text(const BuildSummary& summary, bool ja) {
  const double seconds = summary.report->disk_seconds;
  return fmt::format(fmt::runtime(ja ? "、うちディスク待ち {:.2f}" : ", of it for the disk {:.2f}"),
                     seconds);
}

std::string times_text(const BuildSummary& summary, const RoomTimes& times, bool ja) {
  std::string text;
  for (const Room room : rooms)
    text +=
        fmt::format("{}{} {:.2f}", text.empty() ? "" : ", ", room_name(room), times.seconds(room));
  text += disk_text(summary, ja);
  return ja ? fmt::format("時間 {:.2f}秒（{}スレッドで分けあった時計の時間: {}）", summary.seconds,
                          summary.threads, text)
            : fmt::format("time {:.2f} s (by the clock, shared among {} threads: {})",
                          summary.seconds, summary.threads, text);
}

std::string kept_text(const BuildReport& report, bool ja) {
  if (report.kept == 0) return {};
  return fmt::format(fmt::runtime(ja ? "（{}ページは前のまま）" : " ({} pages as they stood)"),
                     report.kept);
}

std::string unchanged_text(const BuildSummary& summary, bool ja) {
  return fmt::format(fmt::runtime(ja ? "前の build から何も変わっていません（{:.2f}秒）"
                                     : "nothing has changed since the last build ({:.2f} s)"),
                     summary.seconds);
}

}  // namespace

void count_findings(const Findings& findings, BuildSummary& summary) {
  for (const Finding& each : findings)
    ++(each.level == Level::error     ? summary.errors
       : each.level == Level::warning ? summary.warnings
                                      : summary.notes);
}

std::string summary_text(const BuildSummary& summary, const RoomTimes& times, Language language) {
  const bool ja = language == Language::ja;
  const BuildReport& report = *summary.report;
  return fmt::format(fmt::runtime(ja ? "{} → {}: {}ページ、{}ファイル、{}バイト{}\n"
                                     : "{} -> {}: {} pages, {} files, {} bytes{}\n"),
                     summary.publication, summary.into, report.pages, report.files, report.bytes,
                     kept_text(report, ja)) +
         fmt::format(
             fmt::runtime(ja ? "ファイル: 新規{}、変更{}、削除{}、書いたもの{}。指摘: 誤り{}、注意"
                               "{}、参考{}\n"
                             : "files: new {}, changed {}, gone {}, written {}; findings: "
                               "errors {}, warnings {}, notes {}\n"),
             report.added, report.changed, report.removed, report.written, summary.errors,
             summary.warnings, summary.notes) +
         (summary.unchanged ? unchanged_text(summary, ja) : times_text(summary, times, ja)) + '\n';
}

std::string summary_json(const BuildSummary& summary, const RoomTimes& times) {
  using Object = nlohmann::ordered_json;
  Object told = {{"publication", summary.publication},
                 {"site", summary.into},
                 {"built", summary.report.has_value()}};
  if (const auto& report = summary.report)
    told.update({{"pages", report->pages},
                 {"files", report->files},
                 {"bytes", report->bytes},
                 {"kept", report->kept},
                 {"new", report->added},
                 {"changed", report->changed},
                 {"gone", report->removed},
                 {"written", report->written},
                 {"unchanged", summary.unchanged}});
  told["findings"] = {
      {"error", summary.errors}, {"warning", summary.warnings}, {"note", summary.notes}};
  Object seconds = Object::object();
  for (const Room room : rooms) seconds[room_name(room)] = milliseconds(times.seconds(room));
  told["seconds"] = milliseconds(summary.seconds);
  told["threads"] = summary.threads;
  if (summary.report) told["seconds_for_disk"] = milliseconds(summary.report->disk_seconds);
  told["seconds_by_room"] = seconds;
  return Object{{"summary", told}}.dump(-1, ' ', false, Object::error_handler_t::replace);
}

}  // namespace yokoten
