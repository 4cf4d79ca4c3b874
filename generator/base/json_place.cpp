#include "base/json_place.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace yokoten {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

std::size_t past_blanks(std::string_view json, std::size_t at) {
  return std::min(json.find_first_not_of(" \t\r\n", at), json.size());
}

std::size_t past_text(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) at += json[at] == '\\';
  return std::min(at + 1, json.size());
}

// Behind the value at `at`: brackets are counted, texts are passed over.
std::size_t past_value(std::string_view json, std::size_t at) {
  int depth = 0;
  while (at < json.size()) {
    const char letter = json[at];
    if (letter == '"') {
      at = past_text(json, at);
      if (depth == 0) return at;
      continue;
    }
    if (depth == 0 && (letter == ',' || letter == '}' || letter == ']')) return at;
    depth += (letter == '{' || letter == '[') - (letter == '}' || letter == ']');
    ++at;
    if (depth == 0 && (letter == '}' || letter == ']')) return at;
  }
  return at;
}

// `~1` is a slash in a pointer, `~0` a tilde.
std::string plain_step(std::string step) {
  for (std::size_t at = 0; (at = step.find("~1", at)) != std::string::npos; ++at)
    step.replace(at, 2, "/");
  for (std::size_t at = 0; (at = step.find("~0", at)) != std::string::npos; ++at)
    step.replace(at, 2, "~");
  return step;
}

/// A member of an object or a list: where it is written and where its value begins.
struct Member {
  std::size_t written = nowhere, value = nowhere;
};

Member member_of(std::string_view json, std::size_t at, const std::string& step) {
  const bool is_object = json[at] == '{';
  if (!is_object && json[at] != '[') return {};
  int number = 0;
  for (at = past_blanks(json, at + 1); at < json.size() && json[at] != '}' && json[at] != ']';) {
    Member member{at, at};
    std::string name = std::to_string(number++);
    if (is_object) {
      const std::size_t end = past_text(json, at);
      name = json.substr(at + 1, end - at - 2);
      member.value = past_blanks(json, past_blanks(json, end) + 1);
    }
    if (name == step) return member;
    at = past_blanks(json, past_value(json, member.value));
    if (at < json.size() && json[at] == ',') at = past_blanks(json, at + 1);
  }
  return {};
}

}  // namespace

Place text_place(std::string_view text, std::size_t byte) {
  Place place{{}, 1, 1};
  for (std::size_t at = 0; at < std::min(byte, text.size()); ++at) {
    const auto letter = static_cast<unsigned char>(text[at]);
    if (letter == '\n') {
      ++place.row;
      place.column = 1;
    } else {
      place.column += (letter & 0xC0U) != 0x80U;
    }
  }
  return place;
}

std::optional<std::size_t> repeated_key(std::string_view json) {
  std::vector<std::unordered_set<std::string_view>> open;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char letter = json[at];
    if (letter == '{' || letter == '[') open.emplace_back();
    if ((letter == '}' || letter == ']') && !open.empty()) open.pop_back();
    if (letter != '"') continue;
    const std::size_t end = past_text(json, at), next = past_blanks(json, end);
    const bool key = next < json.size() && json[next] == ':' && !open.empty();
    if (key && !open.back().insert(json.substr(at, end - at)).second) return at;
    at = end - 1;
  }
  return std::nullopt;
}

Place json_place(std::string_view json, const std::string& pointer) {
  std::size_t written = past_blanks(json, 0), value = written;
  for (std::size_t at = 0; at < pointer.size() && value < json.size();) {
    const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
    const Member next = member_of(json, value, plain_step(pointer.substr(at + 1, end - at - 1)));
    if (next.written == nowhere) break;
    written = next.written;
    value = next.value;
    at = end;
  }
  return text_place(json, written);
}

}  // namespace yokoten
