#include "read/xlsx_comments.h"

#include "read/xlsx_reference.h"

namespace yokoten {
namespace {

/// Reads the part of comments up to the first one: it may be long, and what they say is not read.
class CommentReader final : public XmlHandler {
 public:
  explicit CommentReader(SheetDraft& sheet) : sheet_(sheet) {}

  void start(const XmlName& name, const XmlAttributes& attributes) override {
    if (!name.is(XmlSpace::sheet, "comment")) return;
    const auto at = cell_address(attributes.find("ref").value_or(""));
    sheet_.note_comment(at ? at->row : 0, at ? at->column : 0);
    stop();
  }
  void end() override {}
  void text(std::string_view) override {}

 private:
  SheetDraft& sheet_;
};

}  // namespace

bool note_xlsx_comments(ZipParts& parts, const XlsxLinks& links, SheetDraft& sheet) {
  const XlsxLink* comments = link_of_kind(links, "comments");
  if (comments == nullptr || !parts.has(comments->part)) return true;
  CommentReader reader(sheet);
  return parts.read_xml(comments->part, reader) || reader.stopped();
}

}  // namespace yokoten
