#include "chart/svg.h"

#include "base/html_text.h"
#include "chart/number_text.h"

namespace yokoten {
namespace {

// Most texts need no escape, and then no second string.
void append_html_text(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool plain = static_cast<unsigned char>(c) >= 0x20 && c != '&' && c != '<' && c != '>' &&
                       c != '"' && c != '\'' && c != 0x7F;
    if (plain) continue;
    out += html_text(text);
    return;
  }
  out += text;
}

}  // namespace

Svg& Svg::begin(std::string_view name) {
  out_ += '<';
  out_ += name;
  return *this;
}

Svg& Svg::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_html_text(out_, value);
  out_ += '"';
  return *this;
}

Svg& Svg::number(std::string_view name, double value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_coordinate(out_, value);
  out_ += '"';
  return *this;
}

Svg& Svg::percent(std::string_view name, double value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_coordinate(out_, value);
  out_ += "%\"";
  return *this;
}

Svg& Svg::place(std::string_view name, Across at) {
  return at.percent != 0 ? percent(name, at.percent) : number(name, at.px);
}

Svg& Svg::shift(Across at) {
  if (!is_mixed(at)) return *this;
  out_ += " transform=\"translate(";
  append_coordinate(out_, at.px);
  out_ += ")\"";
  return *this;
}

Svg& Svg::end() {
  out_ += "/>";
  return *this;
}

Svg& Svg::content() {
  out_ += '>';
  return *this;
}

Svg& Svg::text(std::string_view text) {
  append_html_text(out_, text);
  return *this;
}

Svg& Svg::close(std::string_view name) {
  out_ += "</";
  out_ += name;
  out_ += '>';
  return *this;
}

}  // namespace yokoten
