#include "check/effect_reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

namespace yokoten {
namespace {

/// How a doubt is said.
struct Saying {
  Level level = Level::warning;
  const char* code = "";
  Message message;
};

/// `。…ではありませんか` where it is known what was probably meant.
std::string perhaps_ja(const std::string& expected) {
  return expected.empty() ? "" : "。「" + expected + "」ではありませんか";
}

std::string perhaps_en(const std::string& expected) {
  return expected.empty() ? "" : "; is it " + expected + "?";
}

std::string place_text(const Subject& subject, const SourceCell& cell) {
  const Place place = subject.table(cell.source).place(cell.row, cell.column);
  return fmt::format("{}:{}:{}", place.file, place.row, place.column);
}

Saying about_office(const Subject& subject, const ReportDoubt& doubt) {
  switch (doubt.kind) {
    case Doubt::unlisted:
      return {Level::warning,
              "report.unlisted",
              {fmt::format("事業所番号「{}」は補助事業所リストのこの補助事業にありません。番号か補"
                           "助事業名の誤りか、リストの漏れを確かめてください",
                           doubt.text),
               fmt::format("the list of subsidised offices does not have {} under this programme; "
                           "check number, programme and list",
                           doubt.text)}};
    case Doubt::two_offices:
      return {Level::warning,
              "report.two_offices",
              {fmt::format("事業所番号「{}」はリストの {}、補助No.は {} の事業所のものです。どちら"
                           "の報告か分かるまで数えません。番号か補助No.を直してください",
                           doubt.text, place_text(subject, doubt.other),
                           place_text(subject, doubt.another)),
               fmt::format("the number {} is that of the office at {} of the list, the subsidy "
                           "number that of the one at {}; the report counts for neither until it "
                           "is known whose it is",
                           doubt.text, place_text(subject, doubt.other),
                           place_text(subject, doubt.another))}};
    case Doubt::listed_twice:
      return {Level::warning,
              "report.listed_twice",
              {"補助事業所リストに同じ事業所・補助事業が2度あります（" +
                   place_text(subject, doubt.other) + "）。どちらかを除いてください",
               "the list has this office and programme twice (" + place_text(subject, doubt.other) +
                   "); remove one"}};
    case Doubt::owed:
      return {Level::warning,
              "report.owed",
              {fmt::format("{}の{}年度の効果報告がありません。報告を求めてください", doubt.text,
                           doubt.year),
               fmt::format("{} has not reported for the fiscal year {}; ask for the report",
                           doubt.text, doubt.year)}};
    default:
      return {
          Level::warning, "report.office", {"事業所番号がありません", "there is no office number"}};
  }
}

/// Why the times of two reports do not tell which came later, where that was to count.
Message unsure(const std::string& answered) {
  if (answered.empty()) return {};
  return {"。" + answered + "では、どちらがあとか言い切れません",
          "; " + answered + " does not tell for sure which came later"};
}

// Whether the doubt stands at the fiscal year that the programme was executed in.
bool is_at_year(const Subject& subject, const ReportDoubt& doubt) {
  const Source& source = subject.source(doubt.cell.source);
  const std::string heading = source.report        ? source.report->executed
                              : source.office_list ? source.office_list->executed
                                                   : std::string();
  const auto& headings = subject.table(doubt.cell.source).header();
  return !heading.empty() && headings[static_cast<std::size_t>(doubt.cell.column)] == heading;
}

Message about_programme(const Subject& subject, const ReportDoubt& doubt) {
  if (is_at_year(subject, doubt))
    return {
        fmt::format("実施年度「{}」が、この名前の補助事業の年度（programmes.toml）またはリストと"
                    "合いません{}",
                    doubt.text, perhaps_ja(doubt.expected)),
        fmt::format("the fiscal year {} is not that of the programme of this name in "
                    "programmes.toml, or not that of the list{}",
                    doubt.text, perhaps_en(doubt.expected))};
  return {fmt::format("補助事業名「{}」が、programmes.toml のどれか1つ、またはリストと合い"
                      "ません{}。正しい書き方なら names に加えてください",
                      doubt.text, perhaps_ja(doubt.expected)),
          fmt::format("{} names not exactly one programme of programmes.toml, or not that of "
                      "the list{}; a true spelling goes under names",
                      doubt.text, perhaps_en(doubt.expected))};
}

Saying about_report(const Subject& subject, const ReportDoubt& doubt) {
  switch (doubt.kind) {
    case Doubt::programme:
    case Doubt::listed_unread:
      return {Level::warning, "report.programme", about_programme(subject, doubt)};
    case Doubt::subsidy_missing:
      return {Level::warning,
              "report.subsidy_missing",
              {"補助No.がありません" + perhaps_ja(doubt.expected),
               "there is no subsidy number" + perhaps_en(doubt.expected)}};
    case Doubt::subsidy_unknown:
      return {Level::warning,
              "report.subsidy_unknown",
              {"補助No.「" + doubt.text + "」はこの事業所のものではありません" +
                   perhaps_ja(doubt.expected),
               "the subsidy number " + doubt.text + " is not this office's" +
                   perhaps_en(doubt.expected)}};
    case Doubt::twice:
      return {
          Level::warning,
          "report.twice",
          {"同じ事業所・補助事業・年度の報告がほかにもあります（" +
               place_text(subject, doubt.other) + "）。どちらを採るか決まるまで両方を数えません" +
               unsure(doubt.expected).ja,
           "there is another report of this office, programme and year (" +
               place_text(subject, doubt.other) +
               "); neither counts until it is said which one does" + unsure(doubt.expected).en}};
    case Doubt::superseded:
      return {Level::note,
              "report.superseded",
              {"あとに出された報告（" + place_text(subject, doubt.other) + "）を採りました",
               "a later report counts (" + place_text(subject, doubt.other) + ")"}};
    default:
      return {Level::warning,
              "report.year",
              {"報告の年度「" + doubt.text + "」が読めません。2025年度のように書いてください",
               "\"" + doubt.text + "\" is no fiscal year; write 2025年度"}};
  }
}

// A report of a year that there can't be one of.
Saying about_year(const ReportDoubt& doubt) {
  if (doubt.kind == Doubt::year_ahead)
    return {Level::warning,
            "report.year",
            {fmt::format("報告の年度「{}」は発行物の時点（{}）より後です。この報告は数えません。"
                         "年度を直してください",
                         doubt.text, doubt.expected),
             fmt::format("the fiscal year {} is after the publication's as_of {}; the report does "
                         "not count. Mend the year",
                         doubt.text, doubt.expected)}};
  std::string years = doubt.expected;  // 2025-2027
  if (const std::size_t dash = years.find('-'); dash != years.npos) years.replace(dash, 1, "～");
  const std::string due_ja =
      years.empty() ? "は求めないもの（reports = 0）" : "は" + years + "年度のもの";
  const std::string due_en =
      doubt.expected.empty() ? "none (reports = 0)" : "those of " + doubt.expected;
  return {Level::warning,
          "report.not_due",
          {fmt::format("{}年度の報告ですが、この補助事業で求める報告{}です。この報告は数えません。"
                       "報告の年度か補助事業・実施年度を確かめてください",
                       doubt.year, due_ja),
           fmt::format("a report of the fiscal year {}, where this programme's offices owe {}; it "
                       "does not count. Check its year and its programme",
                       doubt.year, due_en)}};
}

Saying about_second_part(const ReportDoubt& doubt) {
  if (doubt.kind == Doubt::second_missing)
    return {
        Level::warning,
        "report.second_missing",
        {fmt::format("職員が{}人（10人以上）なのに値がありません: {}", doubt.expected, doubt.text),
         fmt::format("no value, though {} staff (ten and more) are asked: {}", doubt.expected,
                     doubt.text)}};
  return {Level::warning,
          "report.second_filled",
          {fmt::format("職員が{}人（10人未満）なのに記入があります: {}。職員数を確かめてください",
                       doubt.expected, doubt.text),
           fmt::format("filled in, though {} staff (fewer than ten) are not asked: {}; check the "
                       "number of staff",
                       doubt.expected, doubt.text)}};
}

Saying about_area(const Subject& subject, const ReportDoubt& doubt) {
  const bool listed = doubt.other.source >= 0;
  const std::string place = listed ? place_text(subject, doubt.other) : "";
  const std::string& town = doubt.expected;
  const std::string then_ja = listed ? "。リスト（" + place + "）の「" + town + "」とみなします"
                                     : perhaps_ja(town) + "。市区町村を書き直してください";
  const std::string then_en = listed ? "; " + town + " of the list (" + place + ") counts"
                                     : perhaps_en(town) + "; write the name of its area";
  return {
      Level::warning,
      "report.area",
      {(doubt.text.empty() ? "地域（市区町村など）がありません"
                           : "「" + doubt.text + "」は地域の名称として読めません") +
           then_ja,
       (doubt.text.empty() ? "there is no area" : "\"" + doubt.text + "\" is no area") + then_en}};
}

Saying about_kind(const Subject& subject, const ReportDoubt& doubt) {
  const std::string &text = doubt.text, &expected = doubt.expected;
  if (doubt.kind == Doubt::group)
    return {Level::warning,
            "report.group",
            {text.empty() ? "区分がありません。①にだけ数えます。①・②・③のどれかを書いてください"
                          : "区分「" + text + "」は①・②・③のどれでもありません。①にだけ数えます",
             text.empty() ? "there is no group; it counts for ① only; write ①, ② or ③"
                          : "\"" + text + "\" is none of ①, ② and ③; it counts for ① only"}};
  if (doubt.kind == Doubt::area) return about_area(subject, doubt);
  const bool listed = doubt.other.source >= 0;
  const std::string place = listed ? place_text(subject, doubt.other) : "";
  const std::string then_ja = listed ? "。リスト（" + place + "）の「" + expected + "」で数えます"
                                     : "。サービス種別ごとには数えません";
  const std::string then_en = listed ? "; it counts as " + expected + " of the list (" + place + ")"
                                     : "; it counts for no service";
  return {Level::warning,
          "report.service",
          {(text.empty() ? "サービス種別がありません"
                         : "サービス種別「" + text + "」は国のサービス名ではありません") +
               (listed ? "" : perhaps_ja(expected)) + then_ja,
           (text.empty() ? "there is no service"
                         : "\"" + text + "\" is not the name of a national service") +
               (listed ? "" : perhaps_en(expected)) + then_en}};
}

Saying about_writing(const ReportDoubt& doubt) {
  const std::string &text = doubt.text, &expected = doubt.expected;
  switch (doubt.kind) {
    case Doubt::unit:
      return {
          Level::warning,
          "report.unit",
          {"「" + text + "」の単位は「" + expected + "」ではありません。この値は数えません",
           "\"" + text + "\" is not in the unit that is asked (" + expected + "); it is left out"}};
    case Doubt::bound:
      return {Level::warning,
              "report.bound",
              {"「" + text + "」は範囲で、値が決まりません。この値は数えません",
               "\"" + text + "\" is a bound, no value; it is left out"}};
    case Doubt::minutes:
      return {Level::warning,
              "report.shifted",
              {fmt::format("「{}」は分で書かれたようです（{}時間の誤り？）。確かめるまで数えません",
                           text, expected),
               fmt::format("{} look like minutes (are they {} hours?); left out until it is "
                           "confirmed",
                           text, expected)}};
    default:
      return {Level::warning,
              "report.shifted",
              {fmt::format("「{}」は桁がずれているようです（{} の誤り？）。確かめるまで数えません",
                           text, expected),
               fmt::format("the digits of {} look shifted (is it {}?); left out until it is "
                           "confirmed",
                           text, expected)}};
  }
}

Saying about_value(const ReportDoubt& doubt) {
  const std::string& text = doubt.text;
  switch (doubt.kind) {
    case Doubt::staff:
      return {Level::warning, "report.staff",
              text.empty() ? Message{"職員数がありません", "there is no number of staff"}
                           : Message{"職員数「" + text + "」が読めません",
                                     "\"" + text + "\" is no number of staff"}};
    case Doubt::number:
      return {Level::warning,
              "report.number",
              {"「" + text + "」は数値として読めません。この値は数えません",
               "\"" + text + "\" is no number; it is left out"}};
    case Doubt::missing:
      return {Level::warning,
              "report.missing",
              {"値がありません。どの事業所にも報告を求める項目です",
               "there is no value, though every office owes one"}};
    case Doubt::too_large:
      return {Level::warning,
              "report.too_large",
              {"「" + text + "」は大きすぎます（100万以上）。この値は数えません",
               text + " is too large (a million and more); it is left out"}};
    case Doubt::overtime:
      return {Level::warning,
              "report.overtime",
              {"残業時間「" + text + "」は月1,000時間を超えています。この値は数えません",
               text + " hours of overtime are over 1,000 a month; they are left out"}};
    case Doubt::turnover:
      return {Level::warning,
              "report.turnover",
              {"離職率「" + text + "」は100%を超えています。この値は数えません",
               "a turnover rate of " + text + " is over 100 %; it is left out"}};
    default:
      return {Level::warning,
              "report.negative",
              {"「" + text + "」は0より小さい値です。この値は数えません",
               text + " is below zero; it is left out"}};
  }
}

Saying saying(const Subject& subject, const ReportDoubt& doubt) {
  switch (doubt.kind) {
    case Doubt::office:
    case Doubt::unlisted:
    case Doubt::two_offices:
    case Doubt::listed_twice:
    case Doubt::owed:
      return about_office(subject, doubt);
    case Doubt::area:
    case Doubt::group:
    case Doubt::service:
      return about_kind(subject, doubt);
    case Doubt::unit:
    case Doubt::bound:
    case Doubt::minutes:
    case Doubt::shifted:
      return about_writing(doubt);
    case Doubt::year_ahead:
    case Doubt::not_due:
      return about_year(doubt);
    case Doubt::second_missing:
    case Doubt::second_filled:
      return about_second_part(doubt);
    case Doubt::programme:
    case Doubt::listed_unread:
    case Doubt::year:
    case Doubt::subsidy_missing:
    case Doubt::subsidy_unknown:
    case Doubt::twice:
    case Doubt::superseded:
      return about_report(subject, doubt);
    default:
      return about_value(doubt);
  }
}

// Years behind the first of which there is a file: what was before it, nobody has asked for.
void check_years(const Subject& subject) {
  const EffectReports& effects = subject.measured.effects;
  int first = std::numeric_limits<int>::max();
  for (const ReportDuty& each : effects.duties)
    if (each.state == DutyState::reported || each.state == DutyState::owed)
      first = std::min(first, each.year);
  std::map<int, int> unread;
  for (const ReportDuty& each : effects.duties)
    if (each.state == DutyState::unread && each.year > first) ++unread[each.year];
  for (const auto& [year, count] : unread) {
    const auto& office = effects.offices.front();
    subject.warning(
        subject.source(office.source).place, "report.unread",
        {fmt::format("{0}年度の効果報告の資料がありません（求めることになっている報告は{1}件）。"
                     "報告の資料を加えてください。1件も届いていなければ、見出しだけの資料を加える"
                     "と未報告として一覧に出ます",
                     year, count),
         fmt::format("there is no source of the reports of the fiscal year {} ({} are owed); add "
                     "it. If none has come, a file with headings only puts them on the work list",
                     year, count)});
  }
}

}  // namespace

void check_effect_reports(const Subject& subject) {
  check_years(subject);
  for (const ReportDoubt& doubt : subject.measured.effects.doubts) {
    Saying said = saying(subject, doubt);
    const Place place = subject.table(doubt.cell.source).place(doubt.cell.row, doubt.cell.column);
    add_finding(subject.findings, said.level, place, said.code, std::move(said.message));
  }
}

}  // namespace yokoten
