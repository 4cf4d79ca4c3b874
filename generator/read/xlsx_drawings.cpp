#include "read/xlsx_drawings.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "read/workbook_drawing.h"
#include "read/xlsx_comments.h"
#include "read/xlsx_links.h"

namespace yokoten {
namespace {

constexpr std::size_t longest_vml = 8U << 20U;  // bytes
constexpr int kFurthest = 1'000'000'000;

// A number of the file counts from 0; what is none is beyond all sheets and becomes 0.
int from_one(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  int number = 0;
  const auto [end, error] = std::from_chars(text.data() + first, text.data() + text.size(), number);
  return error == std::errc() && end != text.data() && number >= 0 && number < kFurthest
             ? number + 1
             : 0;
}

/// Reads a part of drawings: anchors with the cell where they begin, and an object in each.
class DrawingReader final : public XmlHandler {
 public:
  explicit DrawingReader(SheetDraft& sheet) : sheet_(sheet) {}

  void start(const XmlName& name, const XmlAttributes& attributes) override {
    stack_.push_back(enter(name, attributes));
  }
  void end() override;
  void text(std::string_view part) override {
    if (stack_.back() == Inside::row) row_ += part;
    if (stack_.back() == Inside::column) column_ += part;
  }

  bool has_choices = false;  ///< objects that only newer programs see, as Excel writes controls

 private:
  enum class Inside { drawing, anchor, from, row, column, object, skipped };

  Inside enter(const XmlName& name, const XmlAttributes& attributes);
  Inside enter_anchor(const XmlName& name);
  static std::optional<DrawingKind> kind_of(std::string_view local);

  SheetDraft& sheet_;
  std::vector<Inside> stack_;
  std::string row_, column_;
  std::optional<DrawingKind> kind_;  // of the anchor's object
};

std::optional<DrawingKind> DrawingReader::kind_of(std::string_view local) {
  if (local == "graphicFrame") return DrawingKind::chart;
  if (local == "pic") return DrawingKind::picture;
  if (local == "sp" || local == "cxnSp") return DrawingKind::shape;
  if (local == "grpSp" || local == "contentPart") return DrawingKind::group;
  return std::nullopt;
}

DrawingReader::Inside DrawingReader::enter_anchor(const XmlName& name) {
  if (name.local == "from") return Inside::from;
  const auto kind = kind_of(name.local);
  if (!kind) return Inside::skipped;
  kind_ = kind;
  return Inside::object;
}

DrawingReader::Inside DrawingReader::enter(const XmlName& name, const XmlAttributes& attributes) {
  const Inside around = stack_.empty() ? Inside::drawing : stack_.back();
  // What programs show that don't know the choices stands there a second time.
  if (name.is(XmlSpace::compatibility, "Fallback")) return Inside::skipped;
  if (name.is(XmlSpace::compatibility, "Choice")) has_choices = true;
  if (name.space == XmlSpace::compatibility) return around;
  if (name.space != XmlSpace::sheet_drawing) return Inside::skipped;
  switch (around) {
    case Inside::drawing:
      if (!name.local.ends_with("Anchor")) return Inside::drawing;
      row_.clear();
      column_.clear();
      kind_.reset();
      return Inside::anchor;
    case Inside::anchor:
      return enter_anchor(name);
    case Inside::from:
      return name.local == "row"   ? Inside::row
             : name.local == "col" ? Inside::column
                                   : Inside::skipped;
    case Inside::object:
      if (name.local == "cNvSpPr" && attributes.find("txBox") == "1" && kind_ == DrawingKind::shape)
        kind_ = DrawingKind::text_box;
      return Inside::object;
    case Inside::row:
    case Inside::column:
    case Inside::skipped:
      break;
  }
  return Inside::skipped;
}

void DrawingReader::end() {
  const Inside inside = stack_.back();
  stack_.pop_back();
  const bool is_over = stack_.empty() || stack_.back() != Inside::anchor;
  if (inside == Inside::anchor && is_over && kind_)
    say_drawing(sheet_, *kind_, from_one(row_), from_one(column_));
}

/// The text between two marks, and what is left behind it; empty where one of them is missing.
std::optional<std::string_view> between(std::string_view& text, std::string_view first,
                                        std::string_view last) {
  const std::size_t begin = text.find(first);
  if (begin == std::string_view::npos) return std::nullopt;
  text.remove_prefix(begin + first.size());
  const std::size_t end = text.find(last);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view found = text.substr(0, end);
  text.remove_prefix(end);
  return found;
}

// VML is not always XML, and only the marks of its objects count: <x:ClientData
// ObjectType="Button"> … <x:Anchor>2, 0, 1, 0, 4, 0, 3, 0</x:Anchor>, which begins in column 2 and
// row 1 from 0.
void say_controls(std::string_view vml, SheetDraft& sheet) {
  while (auto object = between(vml, "ClientData", "ClientData>")) {
    const auto type = between(*object, "ObjectType=\"", "\"");
    if (!type || *type == "Note") continue;
    const auto anchor = between(*object, "Anchor>", "<");
    std::string_view numbers = anchor.value_or("");
    const int column = from_one(numbers);
    for (int skipped = 0; skipped < 2; ++skipped)
      numbers.remove_prefix(std::min(numbers.find(',') + 1, numbers.size()));
    const bool placed = anchor.has_value() && !numbers.empty();
    const DrawingKind kind = *type == "Pict" ? DrawingKind::picture : DrawingKind::control;
    say_drawing(sheet, kind, placed ? from_one(numbers) : 0, placed ? column : 0);
    if (!vml.empty()) vml.remove_prefix(1);
  }
}

}  // namespace

bool say_xlsx_drawings(ZipParts& parts, const std::string& sheet_part, const XlsxSheetLinks& ids,
                       WorkbookDraft& draft, SheetDraft& sheet) {
  const bool any = !ids.drawing.empty() || !ids.old_drawing.empty();
  if (!any || !has_xlsx_links(parts, sheet_part)) return true;
  const auto links = read_xlsx_links(parts, sheet_part, draft);
  if (!links || !note_xlsx_comments(parts, *links, sheet)) return false;
  const auto part_of = [&](const std::string& id) {
    const auto link = links->find(id);
    return link != links->end() && parts.has(link->second.part) ? link->second.part : std::string();
  };
  const std::string part = part_of(ids.drawing), old_part = part_of(ids.old_drawing);
  DrawingReader reader(sheet);
  if (!part.empty() && !parts.read_xml(part, reader)) return false;
  // Newer files name their controls in both places.
  if (old_part.empty() || reader.has_choices) return true;
  const auto vml = parts.read_short(old_part, longest_vml);
  if (vml) say_controls(*vml, sheet);
  return !draft.refused;
}

}  // namespace yokoten
