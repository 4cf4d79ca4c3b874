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

/// Short pieces that are added to a text at once, which is asked for room each time. Names of
/// elements and attributes are far shorter than what they may be here.
class Pieces {
 public:
  static constexpr std::size_t kLongest = 64;  ///< letters of a piece

  Pieces& put(char letter) {
    *end_++ = letter;
    return *this;
  }
  Pieces& put(std::string_view name) {
    end_ = std::copy_n(name.data(), std::min(name.size(), kLongest), end_);
    return *this;
  }
  Pieces& begin_attribute(std::string_view name) { return put(' ').put(name).put('=').put('"'); }
  Pieces& put_rounded(double value, int decimals) {
    if (!std::isfinite(value)) value = 0;
    if (std::abs(value) > kHuge) value = value > 0 ? kHuge : -kHuge;
    const double scaled = std::floor(value * kPowers[decimals] + 0.5);
    end_ = put_decimal(end_, static_cast<std::int64_t>(scaled), decimals);
    return *this;
  }
  void add_to(std::string& out) const { out += std::string_view(room_.data(), end_); }

 private:
  std::array<char, 2 * kLongest + kDecimalRoom + 8> room_;
  char* end_ = room_.data();
};

// Bytes with which something may begin that is written otherwise.
constexpr std::array<bool, 256> suspicious_bytes() {
  std::array<bool, 256> suspicious{};
  for (std::size_t c = 0; c < 0x20; ++c) suspicious[c] = true;
  for (const unsigned char c : {'&', '<', '>', '"', '\'', '\x7F', '\xEF'}) suspicious[c] = true;
  return suspicious;
}

constexpr std::array<bool, 256> kSuspicious = suspicious_bytes();

bool is_suspicious(char c) { return kSuspicious[static_cast<unsigned char>(c)]; }

// Of what begins with EF only U+FFFE and U+FFFF are written otherwise.
bool is_plain(std::string_view text) {
  const auto found = std::find_if(text.begin(), text.end(), is_suspicious);
  if (found == text.end()) return true;
  const auto is_escaped = [](char c) { return c != '\xEF' && is_suspicious(c); };
  return std::none_of(found, text.end(), is_escaped) && text.find("\xEF\xBF\xBE") == text.npos &&
         text.find("\xEF\xBF\xBF") == text.npos;
}

// Most texts need no escape, and then no second string.
void append_escaped(std::string& out, std::string_view text) {
  if (is_plain(text))
    out += text;
  else
    out += html_text(text);
}

}  // namespace

void append_rounded(std::string& out, double value, int decimals) {
  Pieces().put_rounded(value, decimals).add_to(out);
}

Xml& Xml::open(std::string_view name) {
  Pieces().put('<').put(name).add_to(out_);
  return *this;
}

Xml& Xml::attribute(std::string_view name, std::string_view value) {
  if (value.size() <= Pieces::kLongest && is_plain(value)) {
    Pieces().begin_attribute(name).put(value).put('"').add_to(out_);
    return *this;
  }
  Pieces().begin_attribute(name).add_to(out_);
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
  Pieces().begin_attribute(name).put_rounded(value, decimals_).put('"').add_to(out_);
  return *this;
}

Xml& Xml::percent(std::string_view name, double share) {
  Pieces().begin_attribute(name).put_rounded(share * 100, decimals_).put("%\"").add_to(out_);
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
  Pieces().put("</").put(name).put('>').add_to(out_);
  return *this;
}

Xml& Xml::end() {
  out_ += "/>";
  return *this;
}

}  // namespace yokoten::chart
