#include "model/report.h"

#include "base/text.h"

namespace yokoten {
namespace {

// Where a blank may be all that differs, quotes show it.
bool has_blank(std::string_view text) {
  return tight_text(text) != folded(text) || trimmed_text(text) != text;
}

}  // namespace

void report_error(Findings& findings, Place place, std::string code, Message message) {
  findings.push_back({std::move(place), Level::error, std::move(code), std::move(message)});
}

void report_warning(Findings& findings, Place place, std::string code, Message message) {
  findings.push_back({std::move(place), Level::warning, std::move(code), std::move(message)});
}

bool report_unread(const Disk& disk, Findings& findings) {
  const auto trouble = disk.trouble();
  if (!trouble) return false;
  report_error(
      findings, {trouble->path, 0, 0}, "file.unread",
      {"あるのに読めません（" + trouble->reason + "）。読めないまま先へは進みません",
       "it is there and can't be read (" + trouble->reason + "); nothing is made without it"});
  return true;
}

Message with_nearest(Message message, std::string_view word,
                     const std::vector<std::string>& candidates) {
  const auto near = nearest(word, candidates, 1);
  if (near.empty()) return message;
  const bool blank = has_blank(near[0]);
  message.ja += "。近いもの: " + (blank ? "「" + near[0] + "」" : near[0]);
  message.en += "; did you mean " + (blank ? '"' + near[0] + '"' : near[0]) + "?";
  return message;
}

}  // namespace yokoten
