#include "read/xlsx_styles.h"

#include <charconv>
#include <map>

namespace yokoten {
namespace {

class StyleReader final : public XmlHandler {
 public:
  void start(const XmlName& name, const XmlAttributes& attributes) override {
    ++depth_;
    if (name.space != XmlSpace::sheet) return;
    if (depth_ == 2) section_ = name.local;
    if (depth_ != 3) return;
    const int id = number(attributes.find("numFmtId"));
    if (section_ == "numFmts" && name.local == "numFmt")
      if (const auto code = attributes.find("formatCode"))
        own_.insert_or_assign(id, NumberFormat(*code));
    if (section_ == "cellXfs" && name.local == "xf") used_.push_back(id);
  }
  void end() override { --depth_; }
  void text(std::string_view) override {}

  std::vector<NumberFormat> formats() const {
    std::vector<NumberFormat> all;
    for (const int id : used_) {
      const auto own = own_.find(id);
      all.push_back(own == own_.end() ? builtin_format(id) : own->second);
    }
    return all;
  }

 private:
  static int number(std::optional<std::string_view> text) {
    int value = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
  }

  int depth_ = 0;
  std::string section_;
  std::map<int, NumberFormat> own_;
  std::vector<int> used_;
};

}  // namespace

bool read_xlsx_styles(ZipParts& parts, const std::string& part,
                      std::vector<NumberFormat>& formats) {
  StyleReader reader;
  if (!parts.read_xml(part, reader)) return false;
  formats = reader.formats();
  return true;
}

}  // namespace yokoten
