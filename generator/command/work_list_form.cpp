#include "command/work_list_form.h"

#include <fmt/format.h>

#include "base/csv_cell.h"
#include "command/opened_publication.h"
#include "command/standing_result.h"
#include "model/report.h"

namespace yokoten {
namespace {

std::string severity_word(Level level, Language language) {
  if (language == Language::en) return yokoten::level_word(level);
  return level == Level::error ? "誤り" : level == Level::warning ? "要確認" : "記録";
}

bool write(Disk& disk, const std::string& file, const std::string& bytes, Findings& findings) {
  if (disk.replace(file, bytes)) return true;
  report_error(findings, {file, 0, 0}, "work_list.file",
               {"書けません（" + disk.reason() + "）", "can't write (" + disk.reason() + ")"});
  return false;
}

}  // namespace

std::string work_sheet(Language language) {
  return language == Language::ja ? "確認のお願い" : "to settle";
}

WorkCells work_headings(Language language) {
  if (language == Language::en)
    return {"office number", "office", "municipality", "service",        "programme", "subsidy No.",
            "fiscal year",   "item",   "as reported",  "what to settle", "answer"};
  return {"事業所番号", "事業所名", "市町村",         "サービス",     "補助事業", "補助No.",
          "年度",       "項目",     "報告された内容", "確かめること", "回答"};
}

WorkCells work_cells(const WorkItem& item, Language language) {
  return {item.office,
          item.name,
          item.municipality,
          item.service,
          item.programme,
          item.subsidy_number,
          item.year == 0 ? std::string() : std::to_string(item.year),
          item.heading,
          item.printed,
          severity_word(item.finding.level, language) + ": " + item.finding.message.in(language),
          ""};
}

std::string duty_word(DutyState state, Language language) {
  const bool ja = language == Language::ja;
  switch (state) {
    case DutyState::reported:
      return ja ? "報告済" : "reported";
    case DutyState::owed:
      return ja ? "未報告" : "owed";
    case DutyState::ahead:
      return ja ? "これから" : "ahead";
    case DutyState::unread:
      break;
  }
  return ja ? "資料なし" : "no data";
}

std::string work_list_csv(const WorkList& list, Language language) {
  std::string text = "\xEF\xBB\xBF";
  const auto add = [&](const WorkCells& cells) {
    for (std::size_t at = 0; at < cells.size(); ++at)
      text += (at == 0 ? "" : ",") + csv_cell(cells[at]);
    text += "\r\n";
  };
  add(work_headings(language));
  for (const WorkItem& item : list.items) add(work_cells(item, language));
  return text;
}

bool is_work_list_name(const std::string& file, Findings& findings) {
  if (file.ends_with(".csv") || file.ends_with(".json") || file.ends_with(".xlsx")) return true;
  report_error(findings, {file, 0, 0}, "work_list.file",
               {"作業リストの書き出し先は .csv、.xlsx、.json のどれかです",
                "a work list is written as .csv, .xlsx or .json"});
  return false;
}

bool write_work_list(Disk& disk, const std::string& publication, const std::string& file,
                     const WorkList& list, Language language, Findings& findings) {
  if (!is_work_list_name(file, findings)) return false;
  if (!lies_outside(publication, file, "work_list.file", findings)) return false;
  if (const auto lost = lost_with_work_list(disk, file)) {
    report_error(findings, {file, 0, 0}, "work_list.file", *lost);
    return false;
  }
  if (file.ends_with(".csv")) return write(disk, file, work_list_csv(list, language), findings);
  if (file.ends_with(".json")) return write(disk, file, work_list_json(list, language), findings);
  const auto book = work_list_xlsx(list, language);
  return book && write(disk, file, *book, findings);
}

}  // namespace yokoten
