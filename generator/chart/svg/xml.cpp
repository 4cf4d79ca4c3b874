#include "chart/svg/xml.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/html_text.h"
#include "chart/scale/digits.h"
#include "chart/scene/paths.h"

namespace yokoten::chart {
namespace {

constexpr double kPowers[] = {1, 10, 100, 1000};
constexpr double kHuge = 1e12;  // beyond, rounding to decimals would overflow and means nothing

constexpr std::array<bool, 256> escaped_bytes() {
  std::array<bool, 256> escaped{};
  for (std::size_t c = 0; c < 0x20; ++c) escaped[c] = true;
  for (const unsigned char c : {'&', '<', '>', '"', '\'', '\x7F'}) escaped[c] = true;
  return escaped;
}

constexpr std::array<bool, 256> kEscaped = escaped_bytes();

// Most texts need no escape, and then no second string.
void append_escaped(std::string& out, std::string_view text) {
  const bool plain = std::none_of(text.begin(), text.end(),
                                  [](char c) { return kEscaped[static_cast<unsigned char>(c)]; });
  if (plain && text.find("\xEF\xBF\xBE") == text.npos && text.find("\xEF\xBF\xBF") == text.npos)
    out += text;
  else
    out += html_text(text);
}

}  // namespace

void append_rounded(std::string& out, double value, int decimals) {
  if (!std::isfinite(value)) value = 0;
  if (std::abs(value) > kHuge) value = value > 0 ? kHuge : -kHuge;
  append_decimal(out, static_cast<std::int64_t>(std::floor(value * kPowers[decimals] + 0.5)),
                 decimals);
}

Xml& Xml::open(std::string_view name) {
  out_ += '<';
  out_ += name;
  return *this;
}

Xml& Xml::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value);
  out_ += '"';
  return *this;
}

Xml& Xml::path(const Item& item, Kind kind, double width) {
  out_ += " d=\"";
  append_path(out_, item, kind, width);
  out_ += '"';
  return *this;
}

Xml& Xml::number(std::string_view name, double value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_rounded(out_, value, decimals_);
  out_ += '"';
  return *this;
}

Xml& Xml::percent(std::string_view name, double share) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_rounded(out_, share * 100, decimals_);
  out_ += "%\"";
  return *this;
}

Xml& Xml::raw(std::string_view text) {
  out_ += text;
  return *this;
}

Xml& Xml::append(double value) {
  append_rounded(out_, value, decimals_);
  return *this;
}

Xml& Xml::content() {
  out_ += '>';
  return *this;
}

Xml& Xml::text(std::string_view text) {
  append_escaped(out_, text);
  return *this;
}

Xml& Xml::close(std::string_view name) {
  out_ += "</";
  out_ += name;
  out_ += '>';
  return *this;
}

Xml& Xml::end() {
  out_ += "/>";
  return *this;
}

}  // namespace yokoten::chart
