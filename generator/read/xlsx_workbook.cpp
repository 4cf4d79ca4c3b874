#include <fmt/format.h>

#include <set>

#include "read/workbook.h"
#include "read/xlsx_links.h"
#include "read/xlsx_sheet.h"
#include "read/xlsx_styles.h"
#include "read/xlsx_text.h"

namespace yokoten {
namespace {

/// What the part of the workbook says about its sheets.
class WorkbookReader final : public XmlHandler {
 public:
  struct SheetEntry {
    std::string name, link;
    Visibility visibility = Visibility::visible;
  };

  explicit WorkbookReader(std::size_t most_sheets) : most_sheets_(most_sheets) {}

  void start(const XmlName& name, const XmlAttributes& attributes) override {
    ++depth_;
    if (depth_ == 1) is_workbook = name.is(XmlSpace::sheet, "workbook");
    if (depth_ == 1 && !is_workbook) return stop();
    if (name.space != XmlSpace::sheet) return;
    if (depth_ == 2) in_sheets_ = name.local == "sheets";
    if (depth_ == 2 && name.local == "workbookPr")
      since_1904 = is_true(attributes.find("date1904"));
    if (depth_ == 2 && name.local == "calcPr")
      is_stale = is_true(attributes.find("fullCalcOnLoad"));
    if (depth_ == 3 && in_sheets_ && name.local == "sheet") add(attributes);
  }
  void end() override { --depth_; }
  void text(std::string_view) override {}

  std::vector<SheetEntry> sheets;
  bool is_workbook = false, since_1904 = false;
  bool is_stale = false;  ///< whether formulas ask to be computed when the file is opened

 private:
  // One more than allowed is enough to be refused.
  void add(const XmlAttributes& attributes) {
    if (sheets.size() > most_sheets_) return;
    SheetEntry entry;
    entry.name = attributes.find("name").value_or("");
    entry.link = attributes.find(XmlSpace::document_links, "id").value_or("");
    const auto state = attributes.find("state");
    if (state == "hidden") entry.visibility = Visibility::hidden;
    if (state == "veryHidden") entry.visibility = Visibility::very_hidden;
    sheets.push_back(std::move(entry));
  }

  std::size_t most_sheets_;
  int depth_ = 0;
  bool in_sheets_ = false;
};

class XlsxReader {
 public:
  XlsxReader(WorkbookDraft& draft, ZipParts& parts)
      : draft_(draft), parts_(parts), list_(draft.limits.sheets) {}

  std::optional<Workbook> read();

 private:
  bool find_workbook();
  bool read_workbook();
  bool read_shared();
  bool read_sheet(const WorkbookReader::SheetEntry& entry);
  bool refuse_other();

  WorkbookDraft& draft_;
  ZipParts& parts_;
  std::string part_;  // of the workbook
  WorkbookReader list_;
  XlsxLinks links_;
  XlsxShared shared_;
  std::set<std::string, std::less<>> used_;  // parts of sheets
  Workbook workbook_;
};

bool XlsxReader::refuse_other() {
  return draft_.refuse(
      "workbook.format",
      {"Excelのブック（.xlsx）ではありません。表計算ソフトで開き、.xlsx形式で保存し直してください",
       "no Excel workbook (.xlsx); open it in a spreadsheet program and save it as .xlsx"});
}

bool XlsxReader::find_workbook() {
  if (!parts_.has("_rels/.rels")) return refuse_other();
  const auto links = read_xlsx_links(parts_, "", draft_);
  if (!links) return false;
  const XlsxLink* link = link_of_kind(*links, "officeDocument");
  if (link == nullptr || link->part.empty() || link->part.ends_with(".bin")) return refuse_other();
  part_ = link->part;
  return true;
}

bool XlsxReader::read_workbook() {
  const bool read = parts_.read_xml(part_, list_);
  if (!read) return draft_.refused || list_.is_workbook ? false : refuse_other();
  auto links = read_xlsx_links(parts_, part_, draft_);
  if (!links) return false;
  links_ = std::move(*links);
  shared_.since_1904 = list_.since_1904;
  return true;
}

bool XlsxReader::read_shared() {
  const XlsxLink* strings = link_of_kind(links_, "sharedStrings");
  if (strings != nullptr && !read_xlsx_strings(parts_, strings->part, draft_, shared_.strings))
    return false;
  const XlsxLink* styles = link_of_kind(links_, "styles");
  return styles == nullptr || read_xlsx_styles(parts_, styles->part, shared_.styles);
}

bool XlsxReader::read_sheet(const WorkbookReader::SheetEntry& entry) {
  SheetDraft sheet(draft_, entry.name, entry.visibility);
  const auto link = links_.find(entry.link);
  if (link == links_.end() || link->second.part.empty())
    return sheet.refuse("workbook.part", {"シートの中身がファイルにありません",
                                          "the file does not hold its content"});
  const XlsxLink& target = link->second;
  if (target.kind != "worksheet") {
    sheet.say(Level::note, "sheet.other",
              {"グラフなど、表でないシートです", "a chart or something else that is no table"}, 0,
              0);
  } else if (!used_.insert(target.part).second) {
    return sheet.refuse("workbook.part",
                        {fmt::format("部品 {} が2つのシートに使われています", excerpt(target.part)),
                         fmt::format("the part {} serves two sheets", excerpt(target.part))});
  } else {
    XlsxSheetLinks links;
    if (!read_xlsx_sheet(parts_, target.part, shared_, draft_.limits, sheet, links) ||
        !say_xlsx_drawings(parts_, target.part, links, draft_, sheet))
      return false;
  }
  if (list_.is_stale && sheet.has_formula()) sheet.say_stale();
  auto done = sheet.finish();
  if (!done) return false;
  workbook_.sheets.push_back(std::move(*done));
  return true;
}

std::optional<Workbook> XlsxReader::read() {
  if (!find_workbook() || !read_workbook() || !read_shared()) return std::nullopt;
  workbook_.file = draft_.file;
  for (const auto& entry : list_.sheets)
    if (!read_sheet(entry)) return std::nullopt;
  workbook_.decoded = draft_.decoded;
  if (!workbook_.sheets.empty()) return std::move(workbook_);
  draft_.refuse("workbook.part", {"シートがありません", "there is no sheet"});
  return std::nullopt;
}

}  // namespace

std::optional<Workbook> read_xlsx(std::string_view bytes, const std::string& file,
                                  Findings& findings, const WorkbookLimits& limits) {
  WorkbookDraft draft(file, limits, findings);
  if (!draft.is_archive(bytes, ".xlsx")) return std::nullopt;
  auto parts = ZipParts::open(bytes, draft);
  if (!parts) return std::nullopt;
  return XlsxReader(draft, *parts).read();
}

}  // namespace yokoten
