#include "page/embed.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/html_text.h"

namespace yokoten {
namespace {

// Of caption, legend, source and credit on a phone, in px. A map is lower there than on a desk.
constexpr int room_around = 380, room_around_map = 330;

// Of the drawings for wide and narrow frames the higher one, in px.
int picture_height(const std::string& picture) {
  constexpr std::string_view key = "height=\"";
  int highest = 0;
  for (std::size_t at = picture.find("<svg "); at != std::string::npos;
       at = picture.find("<svg ", at + 1)) {
    const std::size_t number = picture.find(key, at);
    if (number == std::string::npos) break;
    int height = 0;
    std::from_chars(picture.data() + number + key.size(), picture.data() + picture.size(), height);
    highest = std::max(highest, height);
  }
  return highest;
}

}  // namespace

std::string embed_path(const Context& context, const std::string& chart) {
  return "embed/" + context.book.indicator(context.indicator).id + '/' + chart + ".html";
}

std::string embed_code_html(Context& context, const std::string& chart, const std::string& title,
                            const std::string& picture) {
  const Publication& publication = context.book.publication;
  const std::string path = embed_path(context, chart);
  const bool is_map = picture.find("\"chart wide\"") != std::string::npos;
  const std::string code = fmt::format(
      "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" style=\"border:0\" "
      "loading=\"lazy\"></iframe>",
      html_text(publication.own_url() + path), html_text(title + ' ' + publication.title),
      picture_height(picture) + (is_map ? room_around_map : room_around));
  return context.templates.filled(
      "embed_code",
      View()
          .text("href", context.root + path)
          .text("label", context.unique_label(context.book.word("embed.label", {title})))
          .text("code", code));
}

}  // namespace yokoten
