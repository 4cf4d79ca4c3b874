#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "command/asked_area.h"
#include "command/explanation.h"
#include "model/home_area.h"
#include "model/shown_value.h"

namespace yokoten {
namespace {

// The words of pages (`state` in templates/words).
std::string missing_words(Missing missing, Language language) {
  const bool ja = language == Language::ja;
  switch (missing) {
    case Missing::not_published:
      return ja ? "公表資料に未掲載" : "not in the published material";
    case Missing::not_applicable:
      return ja ? "該当なし" : "not applicable";
    case Missing::not_reported:
      return ja ? "未報告" : "not reported";
    case Missing::not_set:
      return ja ? "値なし" : "no value";
    case Missing::suppressed:
      return ja ? "秘匿" : "withheld";
    case Missing::unknown:
    case Missing::none:
      break;
  }
  return ja ? "不明" : "unknown";
}

/// Writes one figure's explanation, a line a fact.
class Writer {
 public:
  Writer(const Examined& examined, const Explanation& explanation, Language language)
      : examined_(examined),
        publication_(examined.publication),
        areas_(examined.areas),
        cube_(examined.measured.cube),
        explanation_(explanation),
        seen_(*explanation.seen),
        indicator_(publication_.indicators[static_cast<std::size_t>(seen_.indicator)]),
        language_(language) {}

  std::string written() {
    line("指標", "indicator", fmt::format("{} {}", indicator_.id, indicator_.title));
    line("地域", "area",
         fmt::format("{} {}", full_name(areas_, seen_.area), areas_.at(seen_.area).code));
    line("時点", "period", period(seen_));
    if (seen_.breakdown != 0) line("内訳", "part", cube_.breakdown(seen_.breakdown));
    line("値", "value", value(seen_));
    write_flags();
    write_computation();
    write_sources();
    write_findings();
    write_standing();
    write_releases();
    write_pages();
    return std::move(out_);
  }

 private:
  std::string words(const char* ja, const char* en) const {
    return language_ == Language::ja ? ja : en;
  }

  void line(const char* ja, const char* en, const std::string& text) {
    out_ += words(ja, en) + ": " + text + '\n';
  }

  std::string period(const Observation& of) const {
    const Period at = cube_.period(of.period);
    if (at.kind == PeriodKind::none) return words("示されていない", "not stated");
    return language_ == Language::ja ? to_japanese(at) + "（" + to_text(at) + "）" : to_text(at);
  }

  std::string value(const Observation& of) const {
    const auto shown = shown_value(indicator_, of);
    if (!shown) return missing_words(of.missing, language_);
    const std::string text = number_shown(indicator_, *shown) + indicator_.unit;
    return of.value ? text : words("少なくとも ", "at least ") + text;
  }

  void write_flags() {
    for (const auto& [flag, ja, en] :
         {std::tuple{provisional, "暫定値", "provisional"},
          std::tuple{revised, "改定値", "revised"}, std::tuple{corrected, "訂正あり", "corrected"},
          std::tuple{planned, "予定", "planned, not achieved"}})
      if (seen_.has(flag)) line("注意", "mind", words(ja, en));
  }

  std::string name_of(const std::string& name, const char* ja, const char* en) const {
    return name.empty() ? words(ja, en) : name;
  }

  // 82 ÷ 340 × 100 = 24.117…%, then how it is rounded.
  void write_computation() {
    const bool parts = seen_.numerator && seen_.denominator && seen_.denominator->mantissa > 0;
    const std::int64_t factor = unit_factor(indicator_);
    const auto cut =
        parts && (seen_.value || seen_.lower) && !indicator_.count_areas
            ? cut_quotient(*seen_.numerator, *seen_.denominator, factor, indicator_.decimals)
            : std::nullopt;
    if (cut)
      line("式", "formula",
           fmt::format("{} {} ÷ {} {}{} = {}{}{}",
                       name_of(indicator_.numerator_name, "分子", "numerator"),
                       to_shown(*seen_.numerator),
                       name_of(indicator_.denominator_name, "分母", "denominator"),
                       to_shown(*seen_.denominator), factor == 100 ? " × 100" : "",
                       to_shown(cut->number), cut->ends ? "" : "…", indicator_.unit));
    if (cut) line("丸め", "rounding", rounding());
    write_side("分子", "numerator", explanation_.lineage.numerator);
    write_side("分母", "denominator", explanation_.lineage.denominator);
  }

  void write_side(const char* ja, const char* en, const LineageSide& side) {
    using Kind = LineageSide::Kind;
    const std::string number = side.value ? to_shown(*side.value) + ' ' : std::string();
    if (side.kind == Kind::areas)
      line(ja, en,
           number +
               fmt::format(fmt::runtime(words("下の{}地域{}の合計", "sum of the {} areas below{}")),
                           side.areas, unions(side)));
    // Those that add nothing stand in the JSON.
    for (const AddedArea& each : side.added)
      if (each.value.mantissa != 0)
        line("  うち", "  of which",
             fmt::format("{} {}", full_name(areas_, each.area), to_shown(each.value)));
    if (side.kind == Kind::absent)
      line(ja, en,
           number + words("すべてを載せる資料に行がないので0",
                          "0, since the source is complete and has no row for it"));
    if (side.kind == Kind::reports)
      line(ja, en,
           number + words("事業所の報告から（1件ごとの報告は示しません）",
                          "from reports of offices, which are not told one by one"));
    if (side.kind == Kind::met) return write_counted(ja, en, side, number);
    for (const LineageCell& cell : side.cells) line(ja, en, cell_words(cell).in(language_));
  }

  std::string unions(const LineageSide& side) const {
    std::string text;
    for (const int each : side.unions) text += words("と", " and ") + areas_.at(each).name;
    return text;
  }

  void write_counted(const char* ja, const char* en, const LineageSide& side,
                     const std::string& number) {
    if (side.areas > 0) return line(ja, en, number + words("数えた地域", "areas that are counted"));
    for (const ExplainedLine& each : share_lines(examined_, explanation_))
      line(each.label.ja.c_str(), each.label.en.c_str(), each.text.in(language_));
  }

  void write_sources() {
    for (const int id : explanation_.lineage.sources) {
      const Source& source = publication_.sources[static_cast<std::size_t>(id)];
      line("出典", "source",
           fmt::format(fmt::runtime(words("{} {}、{}。{}", "{} {}, {}. {}")), source.id,
                       source.title, source.publisher, source.document));
      if (!source.as_of.empty()) line("  時点", "  as of", source.as_of);
      if (!source.published.empty()) line("  公表", "  published", source.published);
      if (!source.retrieved.empty()) line("  取得", "  retrieved", source.retrieved);
      line("  場所", "  address", source.url);
      if (!source.sha256.empty() && gives_file(source))
        line("  SHA-256", "  SHA-256", source.sha256);
      if (!source.licence.empty()) line("  利用条件", "  licence", source.licence);
      if (!source.note.empty()) line("  注", "  note", source.note);
    }
    for (const Correction* each : explanation_.corrections)
      line("訂正", "correction",
           fmt::format(
               fmt::runtime(words("{}:{} {} → {}（{}、{} {}）", "{}:{} {} → {} ({}, {} {})")),
               each->source, each->row, each->printed, each->corrected, each->reason,
               each->decided_by, each->decided_on));
  }

  void write_findings() {
    for (const Finding* check : explanation_.checks)
      line("照合", "checked", check->code + ' ' + check->message.in(language_));
    for (const Finding* finding : explanation_.open)
      line("指摘", "finding", to_line(*finding, language_));
  }

  std::string rank(const Rank& rank) const {
    const std::string tied =
        rank.tied > 1
            ? fmt::format(fmt::runtime(words("（{}地域が同順位）", " ({} share it)")), rank.tied)
            : std::string();
    return fmt::format(fmt::runtime(words("{}位 / {}地域", "{} of {}")), rank.place, rank.of) +
           tied;
  }

  // In a prefecture's publication only its own areas stand in the order.
  void write_national_rank(int home) {
    if (home == Areas::nation)
      return line("全国の順位", "national rank", rank(*explanation_.national));
    const std::string& name = areas_.at(home).name;
    const std::string ja = name + "の順位", en = "rank in " + name;
    line(ja.c_str(), en.c_str(), rank(*explanation_.national));
  }

  void write_standing() {
    const int home = home_area(publication_, areas_);
    if (explanation_.national != nullptr) write_national_rank(home);
    // In a prefecture's publication it is the one that was just told.
    if (explanation_.prefectural != nullptr && home == Areas::nation)
      line("都道府県内の順位", "rank in the prefecture", rank(*explanation_.prefectural));
    for (const Comparison& each : explanation_.comparisons) {
      std::string text = each.before ? period(*each.other) : full_name(areas_, each.other->area);
      text += ' ' + value(*each.other);
      if (each.points) text += words("、差 ", ", difference ") + signed_text(*each.points);
      line("比較", "comparison", text);
    }
  }

  // What earlier releases said, then what this one says: a revision is seen at once.
  void write_releases() {
    if (explanation_.releases.empty()) return;
    for (const ReleasedSaying& each : explanation_.releases) {
      Observation said;
      said.value = each.said.value;
      said.lower = each.said.lower;
      said.missing = parse_missing(each.said.missing).value_or(Missing::unknown);
      line("公表の履歴", "released", each.date + ' ' + value(said));
    }
    line("公表の履歴", "released", publication_.as_of + ' ' + value(seen_));
  }

  // A dot in a chart of all municipalities makes hundreds: the rest is in the JSON.
  void write_pages() {
    constexpr std::size_t few = 12;
    const auto& pages = explanation_.pages;
    for (std::size_t at = 0; at < std::min(few, pages.size()); ++at)
      line("ページ", "page", '/' + pages[at]);
    if (pages.size() > few)
      line("ページ", "page",
           fmt::format(fmt::runtime(words("ほか{}ページ（--format json にすべて）",
                                          "{} more (all with --format json)")),
                       pages.size() - few));
    if (pages.empty())
      line("ページ", "page", words("この値を載せるページはありません", "no page shows it"));
  }

  std::string rounding() const {
    const int decimals = indicator_.decimals;
    const char* places = decimals == 1 ? "place" : "places";
    if (seen_.value)
      return fmt::format(fmt::runtime(words("小数{}桁に四捨五入", "half up to {} decimal {}")),
                         decimals, places);
    return fmt::format(
        fmt::runtime(words("下限なので小数{}桁に切り捨て", "down to {} decimal {}: a lower bound")),
        decimals, places);
  }

  std::string signed_text(Decimal points) const {
    const std::string unit =
        indicator_.unit == "%" ? words("ポイント", " points") : indicator_.unit;
    return (points.mantissa > 0 ? "+" : "") + to_shown(points) + unit;
  }

  const Examined& examined_;
  const Publication& publication_;
  const Areas& areas_;
  const Cube& cube_;
  const Explanation& explanation_;
  const Observation& seen_;
  const Indicator& indicator_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string explanation_text(const Examined& examined, const Explanation& explanation,
                             Language language) {
  return Writer(examined, explanation, language).written();
}

}  // namespace yokoten
