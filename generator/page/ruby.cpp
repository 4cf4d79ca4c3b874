#include "page/ruby.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/html_text.h"

namespace yokoten {
namespace {

constexpr std::size_t kana_bytes = 3;     // of a kanji or kana in UTF-8
constexpr std::size_t longest_name = 10;  // letters

// Hiragana, katakana, long sounds and middle dots.
bool is_kana(std::string_view text) {
  if (text.empty() || text.size() % kana_bytes != 0) return false;
  for (std::size_t at = 0; at < text.size(); at += kana_bytes) {
    const std::string_view letter = text.substr(at, kana_bytes);
    if (letter < "\xe3\x81\x81" || letter > "\xe3\x83\xbc") return false;
  }
  return true;
}

constexpr std::array<std::string_view, 3> endings = {"市", "町", "村"};

// The position behind `{漢字|かんじ}` that begins at `at`; npos where none does.
std::size_t end_of_ruby(std::string_view text, std::size_t at) {
  if (text.substr(at, 1) != "{") return std::string_view::npos;
  const std::size_t bar = text.find('|', at), end = text.find('}', at);
  if (bar == text.npos || end == text.npos || bar > end || bar == at + 1) return text.npos;
  if (text.substr(at + 1, bar - at - 1).find('{') != text.npos) return text.npos;
  return is_kana(text.substr(bar + 1, end - bar - 1)) ? end + 1 : text.npos;
}

}  // namespace

std::string ruby_html(std::string_view base, std::string_view reading) {
  return fmt::format("<ruby>{}<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>", html_text(base),
                     html_text(reading));
}

std::string name_html(const Area& area) {
  return area.hard_to_read ? ruby_html(area.name, area.reading) : html_text(area.name);
}

PlaceReadings::PlaceReadings(const Areas& areas) {
  for (const int id : areas.municipalities()) {
    const Area& area = areas.at(id);
    const std::string reading = area.hard_to_read ? area.reading : std::string();
    const auto [at, added] = readings_.emplace(area.name, reading);
    if (!added && at->second != reading) at->second.clear();
  }
}

std::size_t PlaceReadings::name_before(std::string_view text, std::size_t end) const {
  for (std::size_t letters = longest_name; letters >= 2; --letters) {
    const std::size_t bytes = letters * kana_bytes;
    if (bytes <= end && readings_.contains(std::string(text.substr(end - bytes, bytes))))
      return bytes;
  }
  return 0;
}

const std::string& PlaceReadings::reading(std::string_view name) const {
  static const std::string none;
  const auto at = readings_.find(std::string(name));
  return at == readings_.end() ? none : at->second;
}

std::string RubyWriter::html(std::string_view text) {
  std::string out;
  std::size_t plain = 0;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at)) {
    const std::size_t end = end_of_ruby(text, at);
    if (end == text.npos) {
      ++at;
      continue;
    }
    const std::size_t bar = text.find('|', at);
    out += with_places(text.substr(plain, at - plain));
    out += ruby_html(text.substr(at + 1, bar - at - 1), text.substr(bar + 1, end - bar - 2));
    plain = at = end;
  }
  return out + with_places(text.substr(plain));
}

std::string RubyWriter::with_places(std::string_view text) {
  if (places_ == nullptr || in_heading_) return html_text(text);
  std::string out;
  std::size_t plain = 0;
  for (std::size_t at = 0; at + kana_bytes <= text.size(); ++at) {
    const std::string_view letter = text.substr(at, kana_bytes);
    if (std::find(endings.begin(), endings.end(), letter) == endings.end()) continue;
    const std::size_t end = at + kana_bytes;
    const std::size_t bytes = places_->name_before(text.substr(plain), end - plain);
    const std::string_view name = text.substr(end - bytes, bytes);
    const std::string& reading = places_->reading(name);
    if (reading.empty() || !told_.insert(std::string(name)).second) continue;
    out += html_text(text.substr(plain, end - bytes - plain)) + ruby_html(name, reading);
    plain = end;
  }
  return out + html_text(text.substr(plain));
}

}  // namespace yokoten
