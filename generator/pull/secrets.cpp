#include "pull/secrets.h"

#include <fmt/format.h>

#include <algorithm>

namespace yokoten {
namespace {

void replace_all(std::string& text, const std::string& found, std::string_view by) {
  for (std::size_t at = text.find(found); at != std::string::npos;
       at = text.find(found, at + by.size()))
    text.replace(at, found.size(), by);
}

}  // namespace

std::string query_text(std::string_view text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string out;
  for (const char letter : text)
    if (plain.find(letter) != std::string_view::npos)
      out += letter;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
  return out;
}

void Secrets::add(std::string value) {
  if (value.empty()) return;
  const std::string encoded = query_text(value);
  // "Bearer TOKEN": the second word alone is as good as the whole.
  const auto blank = value.rfind(' ');
  if (blank != std::string::npos) add(value.substr(blank + 1));
  if (encoded != value) values_.push_back(encoded);
  values_.push_back(std::move(value));
  std::stable_sort(values_.begin(), values_.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::string Secrets::blanked(std::string text) const {
  for (const std::string& value : values_) replace_all(text, value, "***");
  return text;
}

}  // namespace yokoten
