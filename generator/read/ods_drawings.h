#pragma once

#include "read/workbook_drawing.h"
#include "read/xml_reader.h"

namespace yokoten {

/// Notes the drawings inside of one element of an ODS file, a cell or the shapes of a table.
class OdsDrawings {
 public:
  /// Elements inside of it, and where it is; 0 where that is unknown.
  void start(const XmlName& name);
  void end(SheetDraft& sheet, int row, int column);

 private:
  int depth_ = 0;
  int drawing_depth_ = 0;  // 0: outside of one
  bool is_settled_ = false;
  DrawingKind kind_ = DrawingKind::shape;
};

}  // namespace yokoten
