#include "command/column_words.h"

#include <algorithm>

#include "base/text.h"
#include "model/heading_parts.h"
#include "model/period_digits.h"
#include "model/period_headings.h"
#include "model/period_words.h"
#include "model/total_words.h"
#include "read/cell_symbols.h"

namespace yokoten {
namespace {

constexpr std::string_view kPeriodEnds[] = {"年度",   "年",   "年次",   "年月", "年月日",
                                            "時点",   "期日", "基準日", "現在", "調査日",
                                            "時間軸", "期間", "年度別", "西暦", "和暦"};
// Words that end as those do: 対前年 heads figures of another year, 青少年 people.
constexpr std::string_view kNoPeriodEnds[] = {"前年", "前年度", "翌年", "翌年度",
                                              "昨年", "昨年度", "少年", "青年"};
constexpr std::string_view kPartsOfYear[] = {"月", "月次", "四半期", "半期", "期", "月別"};
constexpr std::string_view kHalves[] = {"上半期", "下半期", "上期", "下期"};
constexpr std::string_view kCodeEnds[] = {"コード", "code", "番号", "通番", "連番", "項番"};
constexpr std::string_view kCodeWords[] = {"no", "no.", "id", "#", "番"};
constexpr std::string_view kAreaCodeEnds[] = {
    "コード",     "code",       "cd",       "団体番号", "市町村番号", "保険者番号", "市町村",
    "市区町村",   "都道府県",   "団体",     "地域",     "自治体",     "保険者",     "area",
    "都道府県名", "市区町村名", "市町村名", "地域名",   "団体名",     "自治体名"};
constexpr std::string_view kPlaceEnds[] = {"順位", "ランキング"};
constexpr std::string_view kPositions[] = {"緯度", "経度", "latitude", "longitude",
                                           "lat",  "lon",  "lng"};
constexpr std::string_view kSingleThings[] = {
    "事業所名",     "事業所名称", "施設名",  "施設名称", "事業者名",       "法人名",
    "法人の名称",   "名称",       "店舗名",  "会場名",   "所在地",         "住所",
    "電話",         "電話番号",   "fax",     "fax番号",  "メールアドレス", "url",
    "ホームページ", "事業所番号", "法人番号"};
constexpr std::string_view kRateEnds[] = {"率", "割合", "構成比"};
constexpr std::string_view kMeasureWords[] = {"表章項目", "項目",     "項目名", "指標",
                                              "指標名",   "統計項目", "単位",   "調査項目",
                                              "集計項目", "測定項目", "種目",   "値の種類"};
constexpr std::string_view kTitleLabels[] = {"表題", "題名", "題", "タイトル", "表名", "統計表名"};

// Words of how far a figure is done, and what it is called then. 実績 is what all others are.
struct StatusWord {
  std::string_view word, measure;
};
constexpr StatusWord kStatusWords[] = {
    {"実績値", "value"},     {"実績", "value"},      {"見込み値", "expected"},
    {"見込値", "expected"},  {"見込み", "expected"}, {"見込", "expected"},
    {"計画値", "planned"},   {"計画", "planned"},    {"予定", "planned"},
    {"推計値", "estimated"}, {"推計", "estimated"},  {"予測値", "estimated"},
    {"予測", "estimated"},   {"目標値", "target"},   {"目標", "target"}};

bool is_word_of(std::string_view text, const auto& words) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

bool ends_with_any_of(std::string_view text, const auto& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](auto word) { return text.ends_with(word); });
}

// Without what is in brackets behind it: 時間軸(年次), 時点（注1）.
std::string last_heading(std::string_view heading) {
  std::string text = lower_ascii(tight_text(heading_parts(heading).back()));
  if (const std::size_t open = text.find('('); open > 0 && text.ends_with(')')) text.resize(open);
  return text;
}

// Two digits at most, and 年: 5年度, 10年.
bool is_year_without_era(std::string_view tight) {
  const std::size_t digits = std::min(tight.find_first_not_of("0123456789"), tight.size());
  return (digits == 1 || digits == 2) && tight.substr(digits).starts_with("年");
}

/// 令和6年度(見込み) without its last word.
struct WithStatus {
  std::string rest;
  std::string_view measure;
};

// Of several rows of headings the word may be the first or the last one.
std::optional<WithStatus> parted_at_status(std::string_view heading) {
  const auto parts = heading_parts(heading);
  const std::string first = tight_text(parts.front()), last = tight_text(parts.back());
  const std::string text = tight_text(heading);
  for (const auto& [word, measure] : kStatusWords) {
    if (parts.size() > 1 && last == word)
      return WithStatus{std::string(heading.substr(0, heading.rfind(heading_joint))), measure};
    if (parts.size() > 1 && first == word)
      return WithStatus{std::string(heading.substr(parts.front().size() + heading_joint.size())),
                        measure};
    for (const std::string& end : {'(' + std::string(word) + ')', std::string(word)})
      if (parts.size() == 1 && text.size() > end.size() && text.ends_with(end))
        return WithStatus{text.substr(0, text.size() - end.size()), measure};
  }
  return std::nullopt;
}

std::optional<Period> period_in_words(std::string_view heading) {
  if (heading.find_first_not_of("0123456789") == std::string_view::npos) return std::nullopt;
  return period_of_heading(heading);
}

// 令和6年度認定者数, FY2024実績.
bool begins_with_period(std::string_view heading) {
  const std::string text = tight_text(heading);
  for (std::size_t end = text.size(); end > 0; --end) {
    const bool ends_a_letter = end == text.size() || (text[end] & '\xc0') != '\x80';
    const std::string_view front = std::string_view(text).substr(0, end);
    if (!ends_a_letter || !says_period(front)) continue;
    if (front.starts_with("FY") || front.find("年") != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::optional<HeadedPeriod> headed_period(std::string_view heading) {
  if (const auto period = period_in_words(heading)) return HeadedPeriod{*period, "value"};
  const auto parted = parted_at_status(heading);
  const auto period = parted ? period_in_words(parted->rest) : std::nullopt;
  return period ? std::optional(HeadedPeriod{*period, parted->measure}) : std::nullopt;
}

bool heads_total(std::string_view heading) {
  const auto parts = heading_parts(heading);
  if (is_total_word(parts.back())) return true;
  std::string_view text = trimmed_text(heading);
  for (const std::string_view word : {"合計", "計"})
    if (text.ends_with(word)) return says_period(text.substr(0, text.size() - word.size()));
  return false;
}

bool heads_unclear_years(std::string_view heading) {
  return years_below(heading) == YearsBelow::unclear;
}

std::optional<Period> month_of_digits(std::string_view text) {
  const auto period = period_of_digits(tight_text(text));
  return period && period->kind == PeriodKind::month ? period : std::nullopt;
}

bool heads_months(std::string_view heading) { return last_heading(heading).ends_with("月"); }

std::string era_of_heading(std::string_view heading) {
  const std::string text = tight_text(heading);
  for (const char* era : {"令和", "平成", "昭和", "大正", "R", "H", "S", "T"})
    if (text.starts_with(era)) return era;
  return {};
}

std::optional<HeadedPeriod> period_in_era(const std::string& era, std::string_view heading) {
  if (era.empty() || !is_year_without_era(tight_text(heading))) return std::nullopt;
  return headed_period(era + std::string(trimmed_text(heading)));
}

// 令和6年度 heads figures of that year.
bool heads_periods(std::string_view heading) {
  const std::string text = last_heading(heading);
  const bool is_said = ends_with_any_of(text, kPeriodEnds) ||
                       years_below(heading) == YearsBelow::fiscal;  // 年度*, 年度（西暦）
  return is_said && !ends_with_any_of(text, kNoPeriodEnds) && !period_of_cell(text);
}

bool heads_part_of_year(std::string_view heading) {
  return is_word_of(last_heading(heading), kPartsOfYear);
}

bool heads_codes(std::string_view heading) {
  const std::string text = last_heading(heading);
  return ends_with_any_of(text, kCodeEnds) || is_word_of(text, kCodeWords);
}

bool heads_area_codes(std::string_view heading) {
  return ends_with_any_of(last_heading(heading), kAreaCodeEnds);
}

bool heads_places(std::string_view heading) {
  return ends_with_any_of(last_heading(heading), kPlaceEnds);
}

bool heads_positions(std::string_view heading) {
  return is_word_of(last_heading(heading), kPositions);
}

bool heads_single_things(std::string_view heading) {
  return is_word_of(last_heading(heading), kSingleThings) || heads_positions(heading);
}

bool heads_rates(std::string_view heading) {
  const std::string text = tight_text(heading);
  return text.find('%') != std::string::npos || ends_with_any_of(last_heading(heading), kRateEnds);
}

bool heads_measures(std::string_view heading) {
  return is_word_of(last_heading(heading), kMeasureWords);
}

bool names_period(std::string_view heading) {
  const auto parted = parted_at_status(heading);
  if (parted && is_bare_year(parted->rest)) return true;  // 2024実績
  return std::ranges::any_of(heading_parts(heading), [](auto part) {
    return begins_with_period(part) || says_period(part) || is_bare_year(part) ||
           month_of_digits(part);
  });
}

bool names_part_of_year(std::string_view heading) {
  const std::string text = tight_text(heading_parts(heading).back());
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view rest = std::string_view(text).substr(digits);
  if (digits > 0 && digits < 3 && (rest == "月" || rest == "月分" || rest == "四半期")) return true;
  return is_word_of(text, kHalves) || (text.starts_with("第") && text.ends_with("四半期"));
}

bool says_period(std::string_view cell) {
  return cell.find_first_not_of("0123456789") != std::string_view::npos &&
         period_of_cell(cell).has_value();
}

bool is_bare_year(std::string_view cell) {
  const auto year = fiscal_year_of_cell(cell);
  return year && year->year >= 1900 && year->year <= 2100;
}

std::string title_of(const std::vector<TitleLine>& titles) {
  for (const TitleLine& title : titles)
    if (is_word_of(tight_text(title.label), kTitleLabels)) return title.text;
  for (const TitleLine& title : titles) {
    std::string text = folded(title.text);
    const bool is_unit = text.find("単位") != std::string::npos;
    std::erase_if(text, [](char letter) { return letter == '(' || letter == ')'; });
    if (title.label.empty() && !is_unit && !is_symbol(text) && !period_of_cell(text))
      return title.text;
  }
  return {};
}

}  // namespace yokoten
