#include "page/embedded_html.h"

#include <algorithm>
#include <array>

namespace yokoten {
namespace {

constexpr std::array<std::string_view, 6> lists_of_ids = {
    "id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"};

std::string prefixed_ids(std::string_view ids, std::string_view prefix) {
  std::string made;
  for (std::size_t at = 0; at < ids.size();) {
    const std::size_t end = std::min(ids.find(' ', at), ids.size());
    made += (made.empty() ? "" : " ") + std::string(prefix) + std::string(ids.substr(at, end - at));
    at = end + 1;
  }
  return made;
}

// url(#clip) of a drawing.
std::string prefixed_urls(std::string_view value, std::string_view prefix) {
  constexpr std::string_view mark = "url(#";
  std::string made(value);
  for (std::size_t at = made.find(mark); at != std::string::npos;
       at = made.find(mark, at + mark.size() + prefix.size()))
    made.insert(at + mark.size(), prefix);
  return made;
}

bool is_beside(std::string_view address) {
  return !address.empty() && address.find_first_of("/:#") == std::string_view::npos;
}

/// Walks through the tags of a page.
class Embedding {
 public:
  Embedding(std::string_view prefix, std::string_view folder) : prefix_(prefix), folder_(folder) {}

  std::string made(std::string_view html) const {
    std::string out;
    for (std::size_t at = 0; at < html.size();) {
      const std::size_t tag = std::min(html.find('<', at), html.size());
      out += html.substr(at, tag - at);
      const std::size_t end = html.find('>', tag);
      if (end == std::string_view::npos) return out += html.substr(tag);
      out += changed_tag(html.substr(tag, end + 1 - tag));
      at = end + 1;
    }
    return out;
  }

 private:
  // <h2 → <h3; six is the lowest level.
  static std::string lowered(std::string_view tag) {
    std::string made(tag);
    const std::size_t name = tag.starts_with("</") ? 2 : 1;
    const bool is_heading = tag.size() > name + 2 && tag[name] == 'h' && tag[name + 1] >= '1' &&
                            tag[name + 1] <= '5' && (tag[name + 2] == ' ' || tag[name + 2] == '>');
    if (is_heading) ++made[name + 1];
    return made;
  }

  // Sections named by their headings are landmarks; several of one name could not be told apart.
  static bool is_landmark(std::string_view tag, std::string_view key) {
    return tag.starts_with("<section ") && key == "aria-labelledby";
  }

  std::string changed_tag(std::string_view whole) const {
    const std::string tag = lowered(whole);
    std::string out;
    std::size_t at = 0;
    for (std::size_t quote = tag.find("=\""); quote != std::string::npos;
         quote = tag.find("=\"", at)) {
      const std::size_t end = tag.find('"', quote + 2);
      if (end == std::string::npos) break;
      const std::size_t name = tag.rfind(' ', quote) + 1;
      const std::string_view key = std::string_view(tag).substr(name, quote - name);
      const std::string_view value = std::string_view(tag).substr(quote + 2, end - quote - 2);
      if (is_landmark(tag, key)) {
        out += tag.substr(at, name - 1 - at);
        at = end + 1;
        continue;
      }
      out += tag.substr(at, quote + 2 - at) + changed_value(key, value);
      at = end;
    }
    return out + tag.substr(at);
  }

  std::string changed_value(std::string_view name, std::string_view value) const {
    if (std::find(lists_of_ids.begin(), lists_of_ids.end(), name) != lists_of_ids.end())
      return prefixed_ids(value, prefix_);
    if (name == "href" && value.starts_with('#') && value.size() > 1)
      return '#' + std::string(prefix_) + std::string(value.substr(1));
    if (name == "href" && is_beside(value)) return std::string(folder_) + std::string(value);
    return prefixed_urls(value, prefix_);
  }

  std::string_view prefix_, folder_;
};

}  // namespace

std::string embedded_html(std::string_view html, std::string_view prefix, std::string_view folder) {
  return Embedding(prefix, folder).made(html);
}

}  // namespace yokoten
