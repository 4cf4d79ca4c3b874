#include "publish/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <tuple>
#include <vector>

namespace yokoten {
namespace {

constexpr std::size_t longest_line = 75;  // bytes, without the line end
constexpr int hours_ahead = 9;            // of UTC, in Japan

bool is_tail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Long lines go on behind a blank; no letter is cut in two.
std::string folded_line(std::string_view line) {
  std::string out;
  std::size_t room = longest_line;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 0 && is_tail(line[cut])) --cut;
    out += std::string(line.substr(0, cut)) + "\r\n ";
    line.remove_prefix(cut);
    room = longest_line - 1;
  }
  return out + std::string(line) + "\r\n";
}

// Signs that a text may not hold as they are; control characters have no way to be written.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (byte == '\n')
      out += "\\n";
    else if (byte == '\\' || byte == ';' || byte == ',')
      out += std::string("\\") + byte;
    else if (static_cast<unsigned char>(byte) >= 0x20U && byte != 0x7F)
      out += byte;
  }
  return out;
}

std::string day_text(Date date) {
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

std::string utc_text(Date date, TimeOfDay time) {
  using namespace std::chrono;
  const auto moment = sys_days(year(date.year) / date.month / date.day) +
                      hours(time.hour - hours_ahead) + minutes(time.minute);
  const auto midnight = floor<days>(moment);
  const year_month_day ymd(midnight);
  const hh_mm_ss clock(moment - midnight);
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}00Z", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()),
                     clock.hours().count(), clock.minutes().count());
}

/// Writes the lines of one calendar.
class Calendar {
 public:
  explicit Calendar(const Publication& publication) : publication_(publication) {
    const auto as_of = parse_period(publication.as_of);
    stamp_ = day_text(as_of ? last_day(*as_of) : Date{1970, 1, 1}) + "T000000Z";
  }

  std::string text() {
    add("BEGIN:VCALENDAR");
    add("VERSION:2.0");
    add("PRODID:-//Yokoten//" + escaped(publication_.name) + "//JA");
    add("METHOD:PUBLISH");
    for (const Event* each : by_day()) add_event(*each);
    add("END:VCALENDAR");
    return std::move(out_);
  }

 private:
  void add(const std::string& line) { out_ += folded_line(line); }
  void add_text(const char* name, const std::string& text) {
    if (!text.empty()) add(std::string(name) + ':' + escaped(text));
  }

  std::vector<const Event*> by_day() const {
    std::vector<const Event*> events;
    for (const Event& each : publication_.events) events.push_back(&each);
    std::sort(events.begin(), events.end(), [](const Event* a, const Event* b) {
      return std::tie(a->first, a->start, a->id) < std::tie(b->first, b->start, b->id);
    });
    return events;
  }

  // The same for ever, whatever else of the event changes.
  std::string uid(const Event& event) const {
    std::string host = publication_.base_url;
    if (const auto at = host.find("://"); at != std::string::npos) host.erase(0, at + 3);
    host = host.substr(0, host.find('/'));
    return event.id + '.' + publication_.name + '@' + (host.empty() ? "yokoten.invalid" : host);
  }

  void add_times(const Event& event) {
    if (!event.start) {
      add("DTSTART;VALUE=DATE:" + day_text(event.first));
      add("DTEND;VALUE=DATE:" + day_text(next_day(event.last)));
      return;
    }
    add("DTSTART:" + utc_text(event.first, *event.start));
    if (event.end)
      add("DTEND:" + utc_text(event.last, *event.end));
    else if (event.last != event.first)
      add("DTEND:" + utc_text(event.last, {23, 59}));
  }

  std::string description(const Event& event) const {
    std::string text = event.about;
    const auto line = [&](const char* word, const std::string& value) {
      if (value.empty()) return;
      const auto found = publication_.words.find(word);
      const std::string& name = found == publication_.words.end() ? word : found->second;
      text += (text.empty() ? "" : "\n") + name + ": " + value;
    };
    line("events.for", event.audience);
    line("events.organiser", event.organiser);
    line("events.online", event.online);
    line("events.apply", event.apply);
    line("events.contact", event.contact);
    return text;
  }

  void add_event(const Event& event) {
    add("BEGIN:VEVENT");
    add_text("UID", uid(event));
    add("DTSTAMP:" + stamp_);
    add_times(event);
    add_text("SUMMARY", event.title);
    add_text("LOCATION", event.place);
    add_text("DESCRIPTION", description(event));
    add("END:VEVENT");
  }

  const Publication& publication_;
  std::string stamp_, out_;
};

}  // namespace

std::string events_ics(const Publication& publication) {
  return publication.events.empty() ? std::string() : Calendar(publication).text();
}

}  // namespace yokoten
