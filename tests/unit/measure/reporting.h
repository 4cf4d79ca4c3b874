#pragma once

#include <map>
#include <string>
#include <vector>

#include "unit/measure/measuring.h"

namespace yokoten {

/// One row of a file of reports; what a test doesn't say is sound and the same for all.
struct ReportRow {
  std::string office = "3170200012", name = "一号", service = "訪問介護", programme = "ICT導入";
  std::string group = "①", subsidy = "1-1", answered = "2025-07-01 9:00";
  std::string before = "9", after = "8", staff = "12";
  std::string town = "鳥取県鳥取市", year = "令和7年度";
};

/// 鳥取県 with one file of reports of 2025 about overtime, a list where a test wants one, and the
/// indicator 0: the change of overtime.
struct Reporting : Measuring {
  ReportForm::Pair pair = {Outcome::overtime, "残業_前", "残業_後"};
  std::map<std::string, std::string> symbols;
  int year = 2025;  ///< of the file; 0: its column says it

  Reporting() {
    publication.prefecture = "鳥取県";
    programme("ict", "ICT導入");
    programme("robot", "ロボット導入");
    Indicator& made = indicator("overtime", IndicatorKind::outcome);
    made.outcome = OutcomeFormula{.outcome = Outcome::overtime, .by = {"service", "group"}};
  }

  void programme(const std::string& id, const std::string& title) {
    publication.programmes.push_back(
        {.id = id, .title = title, .names = {title}, .executed = 2024});
  }

  /// Lines of the list: number, name, programme, 補助No.
  void list(std::initializer_list<Cells> lines) {
    Source& made =
        source("list", {"市町村", "事業所番号", "事業所名", "補助事業名", "補助No."}, {});
    Table table("raw/list.csv", {"市町村", "事業所番号", "事業所名", "補助事業名", "補助No."});
    int line = 1;
    for (const Cells& each : lines) {
      Cells cells = {"鳥取県鳥取市"};
      cells.insert(cells.end(), each.begin(), each.end());
      table.add_row(cells, ++line);
    }
    publication.tables.back() = table;
    made.kind = SourceKind::subsidised_offices;
    made.level = AreaLevel::municipality;
    made.office_list = OfficeListForm{.office = "事業所番号",
                                      .name = "事業所名",
                                      .service = "",
                                      .programme = "補助事業名",
                                      .executed = "",
                                      .subsidy_number = "補助No."};
  }

  void reports(const std::vector<ReportRow>& rows) {
    const std::vector<std::string> header = {"市町村",     "事業所番号", "事業所名", "サービス種別",
                                             "補助事業名", "区分",       "補助No.",  "回答日時",
                                             "残業_前",    "残業_後",    "職員数",   "年度"};
    Source& made = source("reports", header, {});
    Table table("raw/reports.csv", header);
    int line = 1;
    for (const ReportRow& each : rows)
      table.add_row(
          Cells{each.town, each.office, each.name, each.service, each.programme, each.group,
                each.subsidy, each.answered, each.before, each.after, each.staff, each.year},
          ++line);
    publication.tables.back() = table;
    made.kind = SourceKind::effect_reports;
    made.level = AreaLevel::municipality;
    made.report = form();
    made.report->pairs = {pair};
    made.report->year = year;
    made.report->year_column = year == 0 ? "年度" : "";
    made.symbols = symbols;
    publication.indicators.front().numerator.measure = "";
    measure();
  }

  static ReportForm form() {
    ReportForm made{.office = "事業所番号", .name = "事業所名", .service = "サービス種別"};
    made.staff = "職員数";
    made.group = "区分";
    made.programme = "補助事業名";
    made.subsidy_number = "補助No.";
    made.answered = "回答日時";
    made.year = 2025;
    made.latest_counts = true;
    made.pairs = {{Outcome::overtime, "残業_前", "残業_後"}};
    return made;
  }

  /// Three offices of three numbers, otherwise the same.
  static std::vector<ReportRow> three() {
    return {{.office = "3170200012", .subsidy = "1-1"},
            {.office = "3170200020", .name = "二号", .subsidy = "1-2"},
            {.office = "3170200038", .name = "三号", .subsidy = "1-3"}};
  }

  /// How many doubts there are of this kind.
  int doubts(Doubt kind) const {
    int count = 0;
    for (const ReportDoubt& each : measured.effects.doubts) count += each.kind == kind ? 1 : 0;
    return count;
  }

  const ReportDoubt& doubt(Doubt kind) const {
    static const ReportDoubt nothing;
    for (const ReportDoubt& each : measured.effects.doubts)
      if (each.kind == kind) return each;
    return nothing;
  }

  const OutcomeSummary& summary(const std::string& breakdown = "") {
    static const OutcomeSummary nothing;
    for (const OutcomeSummary& each : measured.outcomes)
      if (measured.cube.breakdown(each.breakdown) == breakdown) return each;
    return nothing;
  }
};

}  // namespace yokoten
