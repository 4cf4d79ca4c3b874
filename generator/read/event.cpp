#include "read/event.h"

#include <fmt/format.h>

#include "model/report.h"
#include "model/toml_reader.h"
#include "read/source_list.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

// 9:00 is 09:00, as workbooks have it.
std::optional<TimeOfDay> parsed_time(std::string_view written) {
  const std::string text =
      (written.size() == 4 && written[1] == ':' ? "0" : "") + std::string(written);
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t at : {0, 1, 3, 4})
    if (!digit(at)) return std::nullopt;
  const TimeOfDay time{(text[0] - '0') * 10 + text[1] - '0', (text[3] - '0') * 10 + text[4] - '0'};
  return time.hour < 24 && time.minute < 60 ? std::optional(time) : std::nullopt;
}

class EventReader {
 public:
  EventReader(const TomlNode& root, Findings& findings)
      : reader_(root, findings), findings_(findings) {}

  Event read() {
    event_.title = reader_.required_text("title");
    event_.audience = reader_.required_text("for");
    event_.organiser = reader_.required_text("organiser");
    event_.apply = reader_.required_text("apply");
    event_.contact = reader_.required_text("contact");
    event_.about = reader_.text("about");
    event_.programme = reader_.text("programme");
    event_.programme_place = reader_.place("programme");
    read_place();
    read_days();
    read_times();
    return std::move(event_);
  }

 private:
  void refuse(std::string_view key, const char* code, Message message) {
    report_error(findings_, reader_.place(key), code, std::move(message));
  }

  void read_place() {
    event_.place = reader_.text("place");
    event_.online = reader_.text("online");
    if (event_.place.empty() && event_.online.empty())
      refuse(
          "place", "event.place",
          {"会場がありません。place（場所）か online（オンラインの参加のしかた）を書いてください",
           "it says nowhere to go; write place or online"});
  }

  Date day(std::string_view key) {
    const TomlNode* node = reader_.take(key);
    if (node == nullptr) return {};
    const auto period = node_period(*node);
    if (period && period->kind == PeriodKind::day) return first_day(*period);
    report_type(findings_, *node, {"日付（2025-11-12）", "a date (2025-11-12)"});
    return {};
  }

  void read_days() {
    const bool one = reader_.take("date") != nullptr;
    const bool span = reader_.take("from") != nullptr && reader_.take("to") != nullptr;
    const bool half = reader_.take("from") != nullptr || reader_.take("to") != nullptr;
    if (one == half || half != span)
      return refuse(one ? "date" : "from", "event.date",
                    {"日にちは date（1日のとき）か、from と to（初めと終わりの日）で書いてください",
                     "write date for one day, or from and to for the first and the last one"});
    event_.first = day(one ? "date" : "from");
    event_.last = one ? event_.first : day("to");
    if (event_.first.year != 0 && event_.last.year != 0 && event_.last < event_.first)
      refuse("to", "event.date",
             {"to が from より前です。2つの日付を確かめてください",
              "to lies before from; check both dates"});
  }

  std::optional<TimeOfDay> time(std::string_view key) {
    const std::string text = reader_.text(key);
    const auto made = parsed_time(text);
    if (!text.empty() && !made)
      refuse(key, "event.time",
             {fmt::format("{} の「{}」は時刻ではありません。\"13:30\" のように書いてください", key,
                          text),
              fmt::format("{} {} is no time; write it as \"13:30\"", key, text)});
    return made;
  }

  void read_times() {
    event_.start = time("start");
    event_.end = time("end");
    if (event_.end && !event_.start && reader_.take("start") == nullptr)
      refuse(
          "end", "event.time",
          {"終わりの時刻だけがあります。start も書いてください", "end has no start; write it too"});
    if (event_.start && event_.end && event_.first == event_.last && *event_.end <= *event_.start)
      refuse("end", "event.time",
             {"end が start より後ではありません。2つの時刻を確かめてください",
              "end does not lie behind start; check both times"});
  }

  TomlReader reader_;
  Findings& findings_;
  Event event_;
};

}  // namespace

Event read_event(std::string_view bytes, const std::string& file, const std::string& id,
                 Findings& findings) {
  Event event;
  if (!is_id(id))
    report_error(findings, {file, 0, 0}, "event.name",
                 {"ファイルの名前に使えるのはa-z、0-9、-です。予定の番号になります",
                  "the file's name is made of a-z, 0-9 and -; it becomes the event's id"});
  if (const auto root = parse_toml(bytes, file, findings))
    event = EventReader(*root, findings).read();
  event.id = id;
  event.where = {file, 1, 1};
  return event;
}

}  // namespace yokoten
