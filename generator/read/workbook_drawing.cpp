#include "read/workbook_drawing.h"

#include <fmt/format.h>

namespace yokoten {
namespace {

Message name_of(DrawingKind kind) {
  switch (kind) {
    case DrawingKind::chart:
      return {"グラフなどの図", "a chart or another object"};
    case DrawingKind::picture:
      return {"画像", "a picture"};
    case DrawingKind::text_box:
      return {"テキストボックス", "a text box"};
    case DrawingKind::shape:
      return {"図形", "a shape"};
    case DrawingKind::group:
      return {"図形のグループ", "a group of shapes"};
    case DrawingKind::control:
      break;
  }
  return {"ボタンなどの部品", "a button or another control"};
}

}  // namespace

void say_drawing(SheetDraft& sheet, DrawingKind kind, int row, int column) {
  const Message name = name_of(kind);
  const bool placed = row > 0 && column > 0;
  const std::string cell = placed ? cell_name(row, column) : std::string();
  sheet.say(
      Level::note, "sheet.drawing",
      {fmt::format(
           "{}{}があり、読みません。表のシートから別のシートに移すか、消してください（規則1-8）",
           placed ? cell + "に" : "", name.ja),
       fmt::format("{}{} is not read; move it to another sheet, or remove it (rule 1-8)", name.en,
                   placed ? " at " + cell : "")},
      row, column);
}

}  // namespace yokoten
