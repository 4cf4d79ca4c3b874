#include "publish/feed.h"

#include <fmt/format.h>

#include <map>

#include "base/count_text.h"
#include "base/html_text.h"
#include "model/words.h"

namespace yokoten {
namespace {

// The day that the release is of, in Japan.
std::string moment(const std::string& date) {
  const auto period = parse_period(date);
  return to_text(period ? last_day(*period) : Date{1970, 1, 1}) + "T00:00:00+09:00";
}

std::string entry(const std::string& id, const std::string& link, const std::string& title,
                  const std::string& date, const std::string& summary) {
  return fmt::format(
      "<entry>\n<id>{}</id>\n<title>{}</title>\n<link href=\"{}\"/>\n<updated>{}</updated>\n"
      "<summary>{}</summary>\n</entry>\n",
      html_text(id), html_text(title), html_text(link), moment(date), html_text(summary));
}

std::string counts_text(const Publication& publication, const ReleaseChanges& release,
                        bool is_first) {
  if (is_first) return word_of(publication, "release.first", {count_text(release.figures)});
  std::size_t added = 0;
  for (const auto& [indicator, count] : release.added) added += static_cast<std::size_t>(count);
  return word_of(publication, "release.counts",
                 {count_text(release.figures), count_text(added),
                  count_text(release.changed.size()), count_text(release.gone)});
}

/// How many figures of one indicator a release brought and changed.
struct IndicatorNews {
  std::size_t added = 0, changed = 0;
};

std::string indicator_entries(const Publication& publication, const ReleaseChanges& release) {
  std::map<int, IndicatorNews> news;
  for (const auto& [indicator, count] : release.added)
    news[indicator].added = static_cast<std::size_t>(count);
  for (const FigureChange& each : release.changed) ++news[each.indicator].changed;
  std::string out;
  for (const auto& [indicator, count] : news) {
    const Indicator& of = publication.indicators[static_cast<std::size_t>(indicator)];
    out += entry(publication.own_url() + "releases/" + release.date + "/#" + of.id,
                 publication.own_url() + "indicators/" + of.id + '/',
                 word_of(publication, "release.news", {of.title}), release.date,
                 word_of(publication, "release.news_counts",
                         {count_text(count.added), count_text(count.changed)}));
  }
  return out;
}

}  // namespace

std::string feed_xml(const Publication& publication, const ReleaseHistory& history) {
  std::string entries;
  const auto& all = history.releases();
  for (std::size_t at = all.size(); at-- > 0;) {
    const std::string address = publication.own_url() + "releases/" + all[at].date + '/';
    const std::string date = date_of(publication, all[at].date);
    entries += entry(address, address, word_of(publication, "release.of", {date}), all[at].date,
                     counts_text(publication, all[at], at == 0));
    if (at > 0) entries += indicator_entries(publication, all[at]);
  }
  const std::string self = publication.own_url() + "feed.xml";
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{}</id>\n"
      "<title>{}</title>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n"
      "<link href=\"{}\"/>\n<updated>{}</updated>\n<author><name>{}</name></author>\n"
      "<rights>{}</rights>\n{}</feed>\n",
      html_text(publication.language), html_text(self), html_text(publication.title),
      html_text(self), html_text(publication.own_url()), moment(all.back().date),
      html_text(publication.publisher), html_text(publication.licence), entries);
}

}  // namespace yokoten
