#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "read/ods_drawings.h"
#include "read/ods_rows.h"
#include "read/xml_reader.h"

namespace yokoten {

/// Reads `content.xml` of an ODS file: its tables, one sheet each.
class OdsContent final : public XmlHandler {
 public:
  explicit OdsContent(WorkbookDraft& draft) : draft_(draft) {}

  void start(const XmlName& name, const XmlAttributes& attributes) override;
  void end() override;
  void text(std::string_view part) override;

  std::vector<Sheet> sheets;
  bool is_spreadsheet = false;

 private:
  enum class Inside {
    nothing,
    document,
    styles,
    style,
    body,
    spreadsheet,
    table,
    row,
    cell,
    shapes,
    skipped
  };

  Inside enter(const XmlName& name, const XmlAttributes& attributes);
  Inside enter_style(const XmlName& name, const XmlAttributes& attributes);
  void take_style(const XmlName& name, const XmlAttributes& attributes);
  Inside enter_table(const XmlAttributes& attributes);
  Inside enter_part_of_table(const XmlName& name, const XmlAttributes& attributes);
  Inside enter_cell(const XmlName& name, const XmlAttributes& attributes);
  void enter_content(const XmlName& name, const XmlAttributes& attributes);
  void leave(Inside inside);
  void finish_cell();
  void finish_table();
  bool is_text_too_much();
  int count(const XmlAttributes& attributes, std::string_view name);

  WorkbookDraft& draft_;
  std::vector<Inside> stack_;
  std::string style_;                                 // style that is being read …
  std::string style_family_;                          // … and what it is a style of
  OdsText::Looks looks_;                              // of text styles
  std::set<std::string, std::less<>> struck_styles_;  // of cells
  std::set<std::string, std::less<>> hidden_styles_;
  std::optional<SheetDraft> sheet_;
  std::optional<OdsRows> rows_;
  OdsRawCell cell_;
  OdsText text_{looks_};
  OdsDrawings drawings_;
};

}  // namespace yokoten
