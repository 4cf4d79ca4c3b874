#include "read/xlsx_text.h"

#include "read/xml_blanks.h"

namespace yokoten {
namespace {

constexpr std::size_t escape_size = 7;  // _xHHHH_

std::optional<unsigned> hex_digit(char letter) {
  if (letter >= '0' && letter <= '9') return static_cast<unsigned>(letter - '0');
  if (letter >= 'a' && letter <= 'f') return static_cast<unsigned>(letter - 'a' + 10);
  if (letter >= 'A' && letter <= 'F') return static_cast<unsigned>(letter - 'A' + 10);
  return std::nullopt;
}

/// The UTF-16 unit of an escape at the begin of `text`.
std::optional<unsigned> escaped_unit(std::string_view text) {
  if (text.size() < escape_size || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
  unsigned unit = 0;
  for (const char letter : text.substr(2, 4)) {
    const auto digit = hex_digit(letter);
    if (!digit) return std::nullopt;
    unit = unit * 16 + *digit;
  }
  return unit;
}

void append_code_point(std::string& into, unsigned point) {
  const auto tail = [&](unsigned shift) {
    into += static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
  };
  if (point < 0x80) {
    into += static_cast<char>(point);
  } else if (point < 0x800) {
    into += static_cast<char>(0xC0U | (point >> 6U));
    tail(0);
  } else if (point < 0x10000) {
    into += static_cast<char>(0xE0U | (point >> 12U));
    tail(6), tail(0);
  } else {
    into += static_cast<char>(0xF0U | (point >> 18U));
    tail(12), tail(6), tail(0);
  }
}

/// Appends what the escape at the begin of `text` stands for; how many bytes it took, 0 for none.
std::size_t take_escape(std::string& into, std::string_view text) {
  const auto unit = escaped_unit(text);
  if (!unit || *unit == 0 || (*unit >= 0xDC00 && *unit < 0xE000)) return 0;
  if (*unit < 0xD800 || *unit >= 0xE000) {
    append_code_point(into, *unit);
    return escape_size;
  }
  const auto low = escaped_unit(text.substr(escape_size));
  if (!low || *low < 0xDC00 || *low >= 0xE000) return 0;
  append_code_point(into, 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00));
  return 2 * escape_size;
}

}  // namespace

void append_unescaped(std::string& into, std::string_view text) {
  while (!text.empty()) {
    const std::size_t escape = std::min(text.find("_x"), text.size());
    into += text.substr(0, escape);
    text.remove_prefix(escape);
    if (text.empty()) return;
    const std::size_t taken = take_escape(into, text);
    if (taken == 0) into += text[0];
    text.remove_prefix(taken == 0 ? 1 : taken);
  }
}

bool preserves_space(const XmlAttributes& attributes, bool inherited) {
  const auto space = attributes.find(XmlSpace::xml, "space");
  return space ? *space == "preserve" : inherited;
}

void XlsxText::begin(bool preserves) {
  text_.clear();
  part_.clear();
  runs_.clear();
  look_ = {};
  around_preserves_ = preserves;
  ruby_ = false;
  ruby_depth_ = text_depth_ = 0;
}

void XlsxText::start(const XmlName& name, const XmlAttributes& attributes) {
  if (ruby_depth_ > 0 || name.is(XmlSpace::sheet, "rPh")) {
    ++ruby_depth_;
    ruby_ = true;
  } else if (text_depth_ > 0) {
    ++text_depth_;
  } else if (name.is(XmlSpace::sheet, "t")) {
    text_depth_ = 1;
    preserves_ = preserves_space(attributes, around_preserves_);
  } else if (name.space == XmlSpace::sheet) {
    take_look(name, attributes);
  }
}

void XlsxText::take_look(const XmlName& name, const XmlAttributes& attributes) {
  if (name.local == "r") look_ = {};
  if (name.local == "strike") look_.struck = is_on(attributes);
  if (name.local != "vertAlign") return;
  const auto said = attributes.find("val");
  if (said == "superscript") look_.line = RunLook::Line::raised;
  if (said == "subscript") look_.line = RunLook::Line::lowered;
}

void XlsxText::keep_part() {
  const std::size_t begin = text_.size();
  append_unescaped(text_, preserves_ ? std::string_view(part_) : without_blanks(part_));
  part_.clear();
  if (!look_.is_plain()) runs_.push_back({begin, text_.size(), look_});
}

void XlsxText::finish() {
  if (!runs_.empty()) text_ = set_apart(text_, runs_);
}

void XlsxText::end() {
  if (ruby_depth_ > 0) {
    --ruby_depth_;
  } else if (text_depth_ > 0 && --text_depth_ == 0) {
    keep_part();
  }
}

void XlsxText::add(std::string_view part) {
  if (text_depth_ > 0 && ruby_depth_ == 0) part_ += part;
}

bool is_true(std::optional<std::string_view> text) {
  return text && (*text == "1" || *text == "true");
}

bool is_on(const XmlAttributes& attributes) {
  const auto said = attributes.find("val");
  return !said || is_true(said);
}

}  // namespace yokoten
