#include "read/xlsx_strings.h"

#include <fmt/format.h>

#include "read/xlsx_text.h"

namespace yokoten {
namespace {

class StringReader final : public XmlHandler {
 public:
  StringReader(WorkbookDraft& draft, XlsxStrings& strings) : draft_(draft), strings_(strings) {}

  void start(const XmlName& name, const XmlAttributes& attributes) override {
    ++depth_;
    if (depth_ == 1) {
      preserves_ = preserves_space(attributes, false);
      if (!name.is(XmlSpace::sheet, "sst")) refuse_root();
    } else if (depth_ == 2) {
      in_string_ = name.is(XmlSpace::sheet, "si");
      text_.begin(preserves_space(attributes, preserves_));
    } else if (in_string_) {
      text_.start(name, attributes);
    }
  }

  void end() override {
    if (depth_ == 2 && in_string_) keep();
    if (depth_ > 2 && in_string_) text_.end();
    --depth_;
  }

  void text(std::string_view part) override {
    if (!in_string_) return;
    text_.add(part);
    if (text_.size() > draft_.limits.cell) refuse_size();
  }

 private:
  void keep() {
    text_.finish();
    if (text_.size() > draft_.limits.cell) return refuse_size();
    XlsxStrings::One one{static_cast<std::uint32_t>(draft_.text->size())};
    one.size = static_cast<std::uint32_t>(text_.text().size()) & 0x3FFFFFFFU;
    one.ruby = text_.has_ruby() ? 1 : 0;
    one.struck = text_.is_struck() ? 1 : 0;
    *draft_.text += text_.text();
    strings_.all.push_back(one);
    in_string_ = false;
  }

  void refuse_root() {
    draft_.refuse("workbook.part", {"共有文字列の部品が共有文字列ではありません",
                                    "the part of shared strings holds something else"});
    stop();
  }

  void refuse_size() {
    draft_.refuse_limit({fmt::format("共有文字列の{}番目が{}バイトを超えています",
                                     strings_.all.size() + 1, draft_.limits.cell),
                         fmt::format("shared string {} has more than {} bytes",
                                     strings_.all.size() + 1, draft_.limits.cell)});
    stop();
  }

  WorkbookDraft& draft_;
  XlsxStrings& strings_;
  XlsxText text_;
  int depth_ = 0;
  bool preserves_ = false, in_string_ = false;
};

}  // namespace

bool read_xlsx_strings(ZipParts& parts, const std::string& part, WorkbookDraft& draft,
                       XlsxStrings& strings) {
  StringReader reader(draft, strings);
  strings.read = true;
  return parts.read_xml(part, reader);
}

}  // namespace yokoten
