#include "read/xlsx_styles.h"

#include <charconv>
#include <map>

#include "read/xlsx_text.h"

namespace yokoten {
namespace {

class StyleReader final : public XmlHandler {
 public:
  void start(const XmlName& name, const XmlAttributes& attributes) override {
    ++depth_;
    if (name.space != XmlSpace::sheet) return;
    if (depth_ == 2) section_ = name.local;
    if (depth_ == 3 && section_ == "fonts" && name.local == "font") struck_fonts_.push_back(false);
    if (depth_ == 4 && section_ == "fonts" && name.local == "strike" && !struck_fonts_.empty())
      struck_fonts_.back() = is_on(attributes);
    if (depth_ != 3) return;
    const int id = number(attributes.find("numFmtId"));
    if (section_ == "numFmts" && name.local == "numFmt")
      if (const auto code = attributes.find("formatCode"))
        own_.insert_or_assign(id, NumberFormat(*code));
    if (section_ == "cellXfs" && name.local == "xf")
      used_.push_back({id, number(attributes.find("fontId"))});
  }
  void end() override { --depth_; }
  void text(std::string_view) override {}

  XlsxStyles styles() const {
    XlsxStyles all;
    for (const Used& used : used_) {
      const auto own = own_.find(used.format);
      all.formats.push_back(own == own_.end() ? builtin_format(used.format) : own->second);
      const auto font = static_cast<std::size_t>(used.font);
      all.struck.push_back(font < struck_fonts_.size() && struck_fonts_[font]);
    }
    return all;
  }

 private:
  static int number(std::optional<std::string_view> text) {
    int value = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
  }

  struct Used {
    int format = 0, font = 0;
  };

  int depth_ = 0;
  std::string section_;
  std::map<int, NumberFormat> own_;
  std::vector<Used> used_;
  std::vector<bool> struck_fonts_;
};

}  // namespace

bool read_xlsx_styles(ZipParts& parts, const std::string& part, XlsxStyles& styles) {
  StyleReader reader;
  if (!parts.read_xml(part, reader)) return false;
  styles = reader.styles();
  return true;
}

}  // namespace yokoten
