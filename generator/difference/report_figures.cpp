#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "difference/cause_words.h"
#include "difference/report_parts.h"
#include "model/period.h"

namespace yokoten {
namespace {

std::string period_words(const std::string& text, Language language) {
  const auto period = parse_period(text);
  if (!period) return text;
  return language == Language::ja ? to_japanese(*period) : to_english(*period);
}

std::string area_words(const std::string& code, const Snapshot& before, const Snapshot& after) {
  for (const Snapshot* side : {&after, &before})
    if (const auto at = side->area_names.find(code); at != side->area_names.end())
      return at->second;
  return code;
}

std::string joined(const std::vector<std::string>& texts, const char* between) {
  std::string all;
  for (const std::string& each : texts) all += (all.empty() ? "" : between) + each;
  return all;
}

// Each cause once, with all that is known of it.
std::string reasons_words(const std::vector<Reason>& reasons, Language language) {
  const bool ja = language == Language::ja;
  std::vector<Reason> causes;
  for (const Reason& each : reasons) {
    const auto at = std::find_if(causes.begin(), causes.end(),
                                 [&](const Reason& known) { return known.cause == each.cause; });
    if (at == causes.end())
      causes.push_back(each);
    else if (!each.detail.empty())
      at->detail += (at->detail.empty() ? "" : ja ? "、" : ", ") + each.detail;
  }
  std::vector<std::string> words;
  for (const Reason& each : causes) words.push_back(reason_words(each, language));
  return joined(words, ja ? "／" : "; ");
}

// +1.5ポイント of shares, +12人 of counts; with all decimals where rounding would make it 0.
std::string step_words(const IndicatorChanges& of, const RevisedFigure& change, Language language) {
  if (!change.by) return "-";
  Decimal by = *change.by;
  if (of.decimals >= 0 && rounded(by, of.decimals).mantissa != 0) by = rounded(by, of.decimals);
  const std::string sign = by.mantissa > 0 ? "+" : by.mantissa == 0 ? "±" : "";
  const std::string points = language == Language::ja ? "ポイント" : " points";
  const std::string& unit = change.after->unit == "%" ? points : change.after->unit;
  return sign + to_shown(trimmed(by)) + unit;
}

std::string figure_words(const IndicatorChanges& of, const ToldFigure& figure, bool exactly,
                         Language language) {
  const bool has_number = figure.value || figure.lower;
  std::string text =
      has_number ? shown_figure(of, figure, exactly) : missing_words(figure.missing, language);
  return text;
}

/// Tables and sentences on one indicator.
class IndicatorPart {
 public:
  IndicatorPart(const IndicatorChanges& of, const Snapshot& before, const Snapshot& after,
                Language language)
      : of_(of),
        before_(before),
        after_(after),
        language_(language),
        ja_(language == Language::ja) {}

  ReportPart made() {
    part_.heading = of_.title == of_.id ? of_.id : fmt::format("{} ({})", of_.title, of_.id);
    part_.level = 3;
    count(of_.revised, ja_ ? "改定" : "revised");
    count(of_.added, ja_ ? "追加" : "added");
    count(of_.removed, ja_ ? "削除" : "removed");
    count_empty();
    add_table();
    return std::move(part_);
  }

 private:
  // 改定 12件：資料の更新 10、訂正 2
  void count(const std::vector<RevisedFigure>& changes, const char* what) {
    if (changes.empty()) return;
    std::map<std::string, std::size_t> causes, periods;
    for (const RevisedFigure& each : changes) {
      ++causes[reasons_words(each.reasons, language_)];
      ++periods[period_words(each.key.period, language_)];
    }
    std::vector<std::pair<std::size_t, std::string>> most;
    for (const auto& [words, times] : causes) most.emplace_back(times, words);
    std::stable_sort(most.begin(), most.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string text = fmt::format(fmt::runtime(ja_ ? "{} {}件" : "{}: {}"), what, changes.size());
    text += ja_ ? "（" : " (";
    std::vector<std::string> names;
    for (const auto& [period, times] : periods) names.push_back(period);
    text += joined(names, ja_ ? "、" : ", ") + (ja_ ? "）。" : "). ");
    std::vector<std::string> whys;
    constexpr std::size_t most_causes = 5;
    for (std::size_t at = 0; at < most.size() && at < most_causes; ++at)
      whys.push_back(
          fmt::format(fmt::runtime(ja_ ? "{} {}件" : "{}: {}"), most[at].second, most[at].first));
    if (most.size() > most_causes)
      whys.push_back(fmt::format(fmt::runtime(ja_ ? "ほかの理由 {}通り" : "{} other reasons"),
                                 most.size() - most_causes));
    part_.sentences.push_back(text + (ja_ ? "理由：" : "Why: ") + joined(whys, ja_ ? "、" : "; "));
  }

  void count_empty() {
    if (of_.empty_added.empty() && of_.empty_removed.empty()) return;
    part_.sentences.push_back(fmt::format(
        fmt::runtime(ja_ ? "値のない欄（未公表など）：追加 {}件、削除 {}件。"
                         : "Rows without a number (not published …): {} added, {} removed."),
        of_.empty_added.size(), of_.empty_removed.size()));
  }

  // Revised figures first; where there are none, what is removed, then what is added.
  void add_table() {
    std::vector<const RevisedFigure*> all;
    for (const auto* list : {&of_.revised, &of_.removed, &of_.added})
      for (const RevisedFigure& each : *list) all.push_back(&each);
    if (all.empty()) return;
    part_.table.headings =
        ja_ ? std::vector<std::string>{"地域", "時期", "前", "後", "差", "理由"}
            : std::vector<std::string>{"area", "period", "before", "after", "by", "why"};
    for (std::size_t at = 0; at < all.size() && at < most_rows; ++at) add_row(*all[at]);
    part_.table.left_out = all.size() - std::min(all.size(), most_rows);
  }

  void add_row(const RevisedFigure& change) {
    const FigureKey& key = change.key;
    std::string area = area_words(key.area_code, before_, after_);
    if (!key.breakdown.empty()) area += ' ' + key.breakdown;
    const auto cell = [&](const std::optional<ToldFigure>& figure, bool exactly) {
      return figure ? figure_words(of_, *figure, exactly, language_) : std::string("-");
    };
    std::string then = cell(change.before, false), now = cell(change.after, false);
    std::string step = step_words(of_, change, language_);
    if (then == now) {
      if (change.by && change.by->mantissa != 0)
        step +=
            fmt::format(fmt::runtime(ja_ ? "（表示はどちらも {}）" : " (both show as {})"), now);
      then = cell(change.before, true);
      now = cell(change.after, true);
    }
    add_parts(change, then, now);
    part_.table.rows.push_back({as_it_stands(area),
                                as_it_stands(period_words(key.period, language_)),
                                as_it_stands(then), as_it_stands(now), as_it_stands(step),
                                as_it_stands(reasons_words(change.reasons, language_))});
  }

  // Where the figure is the same, what it is made of is not, or what is said of it.
  void add_parts(const RevisedFigure& change, std::string& then, std::string& now) const {
    if (then != now || !change.before || !change.after) return;
    const auto with = [&](const ToldFigure& of, std::string& text) {
      if (of.numerator && of.denominator)
        text += fmt::format(" ({}/{})", to_shown(*of.numerator), to_shown(*of.denominator));
      if (!of.flags.empty()) text += " [" + flag_words(of.flags, language_) + ']';
    };
    with(*change.before, then);
    with(*change.after, now);
  }

  const IndicatorChanges& of_;
  const Snapshot &before_, &after_;
  Language language_;
  bool ja_;
  ReportPart part_;
};

ReportText place_words(int place, int of, Language language) {
  if (place == 0) return as_it_stands("-");
  return as_it_stands(
      fmt::format(fmt::runtime(language == Language::ja ? "{}位 / {}" : "{} of {}"), place, of));
}

ReportPart rank_part(const RankChanges& ranks, const Snapshot& before, const Snapshot& after,
                     Language language) {
  const bool ja = language == Language::ja;
  ReportPart part;
  part.level = 3;
  const auto* known = after.facts->indicator(ranks.indicator);
  const std::string title = known == nullptr ? ranks.indicator : known->title;
  const char* kind = ranks.of_prefectures ? (ja ? "都道府県" : "prefectures")
                                          : (ja ? "市区町村" : "municipalities");
  part.heading = fmt::format(fmt::runtime(ja ? "{}（{}）" : "{} ({})"), title, kind);
  const std::string then = period_words(ranks.before_period, language),
                    now = period_words(ranks.after_period, language);
  part.sentences.push_back(fmt::format(fmt::runtime(ja ? "順位の変わった地域 {}（{} → {}）"
                                                       : "{} areas have another place ({} → {})"),
                                       ranks.areas.size(), then, now));
  part.table.headings = ja ? std::vector<std::string>{"地域", "前", "後"}
                           : std::vector<std::string>{"area", "before", "after"};
  for (std::size_t at = 0; at < ranks.areas.size() && at < most_rows; ++at) {
    const RankChange& each = ranks.areas[at];
    part.table.rows.push_back({as_it_stands(area_words(each.area_code, before, after)),
                               place_words(each.before, each.before_of, language),
                               place_words(each.after, each.after_of, language)});
  }
  part.table.left_out = ranks.areas.size() - std::min(ranks.areas.size(), most_rows);
  return part;
}

ReportPart heading_part(const char* heading) {
  ReportPart part;
  part.heading = heading;
  return part;
}

}  // namespace

ReportText as_it_stands(std::string text) { return {{WordPiece::Kind::stays, std::move(text)}}; }

std::vector<ReportPart> figure_parts(const Difference& difference, const Snapshot& before,
                                     const Snapshot& after, Language language) {
  std::vector<ReportPart> parts;
  if (difference.indicators.empty()) return parts;
  parts.push_back(heading_part(language == Language::ja ? "数値" : "Figures"));
  if (!before.facts || !after.facts)
    parts.back().sentences.push_back(
        language == Language::ja
            ? "build "
              "の記録（…release.json）のないサイトがあるので、題名、丸め、理由の一部と順位、指摘は"
              "くらべられません。"
            : "One of the sites lacks the record of its build (…release.json): titles, rounding, "
              "part "
              "of the reasons, ranks and findings can't be compared.");
  for (const IndicatorChanges& each : difference.indicators)
    parts.push_back(IndicatorPart(each, before, after, language).made());
  return parts;
}

std::vector<ReportPart> rank_parts(const Difference& difference, const Snapshot& before,
                                   const Snapshot& after, Language language) {
  std::vector<ReportPart> parts;
  if (difference.ranks.empty()) return parts;
  parts.push_back(heading_part(language == Language::ja ? "順位" : "Ranks"));
  for (const RankChanges& each : difference.ranks)
    parts.push_back(rank_part(each, before, after, language));
  return parts;
}

}  // namespace yokoten
