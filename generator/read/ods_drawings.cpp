#include "read/ods_drawings.h"

namespace yokoten {
namespace {

DrawingKind kind_of(std::string_view local) {
  if (local == "g") return DrawingKind::group;
  if (local == "control") return DrawingKind::control;
  return DrawingKind::shape;
}

}  // namespace

// A frame is what its first part is: a chart brings its picture along. A link around drawings is
// none itself.
void OdsDrawings::start(const XmlName& name) {
  ++depth_;
  if (name.space != XmlSpace::draw || name.local == "a") return;
  if (drawing_depth_ == 0) {
    drawing_depth_ = depth_;
    is_settled_ = name.local != "frame";
    kind_ = kind_of(name.local);
  } else if (!is_settled_) {
    is_settled_ = true;
    kind_ = name.local == "text-box" ? DrawingKind::text_box
            : name.local == "image"  ? DrawingKind::picture
                                     : DrawingKind::chart;
  }
}

void OdsDrawings::end(SheetDraft& sheet, int row, int column) {
  if (drawing_depth_ == depth_) {
    say_drawing(sheet, kind_, row, column);
    drawing_depth_ = 0;
  }
  --depth_;
}

}  // namespace yokoten
