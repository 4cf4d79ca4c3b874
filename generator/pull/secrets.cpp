#include "pull/secrets.h"

#include <algorithm>

namespace yokoten {
namespace {

char small(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

// In large and small letters: what a server sends back may have been changed on its way.
void replace_all(std::string& text, const std::string& found, std::string_view by) {
  const auto find = [&](std::size_t from) {
    const auto at =
        std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), found.begin(),
                    found.end(), [](char a, char b) { return small(a) == small(b); });
    return static_cast<std::size_t>(at - text.begin());
  };
  for (std::size_t at = find(0); at < text.size(); at = find(at + by.size()))
    text.replace(at, found.size(), by);
}

std::string encoded(std::string_view text, std::string_view digits) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string out;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (plain.find(letter) != std::string_view::npos)
      out += letter;
    else
      out += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return out;
}

}  // namespace

std::string query_text(std::string_view text) { return encoded(text, "0123456789ABCDEF"); }

void Secrets::add(std::string value) {
  if (value.empty()) return;
  // "Bearer TOKEN": the second word alone is as good as the whole.
  const auto blank = value.rfind(' ');
  if (blank != std::string::npos) add(value.substr(blank + 1));
  for (const std::string& other : {query_text(value), encoded(value, "0123456789abcdef")})
    if (other != value) values_.push_back(other);
  values_.push_back(std::move(value));
  std::stable_sort(values_.begin(), values_.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::string Secrets::blanked(std::string text) const {
  for (const std::string& value : values_) replace_all(text, value, "***");
  return text;
}

}  // namespace yokoten
