#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "base/count_text.h"
#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/dates.h"
#include "page/row_lists.h"
#include "page/source_text.h"

namespace yokoten {
namespace {

// 2025年11月12日（水）
std::string day_text(const Book& book, Date date) {
  static constexpr std::array<const char*, 7> words = {
      "events.sunday",   "events.monday", "events.tuesday", "events.wednesday",
      "events.thursday", "events.friday", "events.saturday"};
  return book.word("events.day", {date_text(book, to_text(date)),
                                  book.word(words[static_cast<std::size_t>(weekday(date))])});
}

std::string time_text(TimeOfDay time) { return fmt::format("{}:{:02}", time.hour, time.minute); }

// 2025年11月12日（水） 13:30～16:00; over several days each time stands behind its day.
std::string when_text(const Book& book, const Event& event) {
  std::string text = day_text(book, event.first);
  if (event.start) text += ' ' + time_text(*event.start);
  const bool more = event.last != event.first;
  if (more || event.end) text += book.word("events.dash");
  if (more) text += day_text(book, event.last) + (event.end ? " " : "");
  if (event.end) text += time_text(*event.end);
  return text;
}

std::string programme_title(const Book& book, const Event& event) {
  for (const Programme& each : book.publication.programmes)
    if (each.id == event.programme) return each.title;
  return {};
}

std::string online_html(const std::string& online) {
  const bool address = online.starts_with("https://") && online.find(' ') == std::string::npos;
  return address ? link_html(online, online) : html_text(online);
}

View event_view(const Book& book, const Event& event) {
  std::vector<KeyRow> rows;
  const auto add = [&](const char* word, const std::string& html) {
    if (!html.empty()) rows.push_back({book.word(word), html});
  };
  add("events.about", html_text(event.about));
  add("events.place", html_text(event.place));
  add("events.online", online_html(event.online));
  add("events.for", html_text(event.audience));
  add("events.organiser", html_text(event.organiser));
  add("events.apply", html_text(event.apply));
  add("events.contact", html_text(event.contact));
  add("events.programme", html_text(programme_title(book, event)));
  View view = key_values_view(rows);
  view.text("id", "event-" + event.id)
      .text("kind", when_text(book, event))
      .text("title_html", html_text(event.title))
      .text("note", "");
  return view;
}

std::vector<const Event*> by_day(const Publication& publication) {
  std::vector<const Event*> events;
  for (const Event& each : publication.events) events.push_back(&each);
  std::sort(events.begin(), events.end(), [](const Event* a, const Event* b) {
    return std::tie(a->first, a->start, a->id) < std::tie(b->first, b->start, b->id);
  });
  return events;
}

/// The training calendar: what lies ahead of the publication's date, and what is over, folded.
class Events final : public Block {
 public:
  explicit Events(Options& options) : limit_(options.toml().integer("limit", 1, 1000)) {}

  std::string html(Context& context) const override {
    const Book& book = context.book;
    const auto as_of = parse_period(book.publication.as_of);
    if (!as_of) return {};
    if (book.publication.events.empty()) return ahead_html(context, {});
    std::vector<const Event*> ahead, past;
    for (const Event* each : by_day(book.publication))
      (is_past(*each, last_day(*as_of)) ? past : ahead).push_back(each);
    if (limit_ && ahead.size() > static_cast<std::size_t>(*limit_))
      ahead.resize(static_cast<std::size_t>(*limit_));
    std::reverse(past.begin(), past.end());
    const std::string link =
        link_html(context.link("data/events.ics"), book.word("events.calendar"));
    return ahead_html(context, ahead) +
           fmt::format("<p class=\"src\">{} {}</p>\n",
                       html_text(book.word("events.as_of", {date_text(book, *as_of)})), link) +
           past_html(context, past);
  }

 private:
  static std::string ahead_html(Context& context, const std::vector<const Event*>& events) {
    if (events.empty())
      return fmt::format("<p>{}</p>\n", html_text(context.book.word("events.none_ahead")));
    std::vector<View> entries;
    for (const Event* each : events) entries.push_back(event_view(context.book, *each));
    return context.templates.filled("directory", View().list("entries", std::move(entries)));
  }

  // Where only some are asked for, those that are over are not wanted.
  std::string past_html(Context& context, const std::vector<const Event*>& events) const {
    if (events.empty() || limit_) return {};
    const Book& book = context.book;
    std::vector<ListRow> rows;
    for (const Event* each : events) {
      std::string text = html_text(each->title);
      if (!each->place.empty()) text += html_text(book.word("events.at", {each->place}));
      rows.push_back({date_text(book, to_text(each->first)), text, to_text(each->first)});
    }
    return fmt::format("<details><summary>{}</summary>\n{}</details>\n",
                       html_text(book.word("events.past", {count_text(events.size())})),
                       rows_html(context, rows));
  }

  std::optional<std::int64_t> limit_;
};

}  // namespace

std::unique_ptr<Block> make_events(Options& options) { return std::make_unique<Events>(options); }

}  // namespace yokoten
