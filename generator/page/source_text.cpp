#include "page/source_text.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "page/dates.h"

namespace yokoten {

std::string link_html(const std::string& href, const std::string& text) {
  if (href.empty()) return html_text(text);
  return fmt::format("<a href=\"{}\">{}</a>", html_text(href), html_text(text));
}

std::string in_address(const std::string& path) {
  std::string out;
  for (const char sign : path)
    if (std::string_view("%#? \\").find(sign) != std::string_view::npos)
      out += fmt::format("%{:02X}", static_cast<unsigned char>(sign));
    else
      out += sign;
  return out;
}

std::string file_name(const Source& source) {
  return source.file.substr(source.file.rfind('/') + 1);
}

std::string as_of_text(const Book& book, const Source& source) {
  const auto period = parse_period(source.as_of);
  return period ? as_of_date_text(book, *period) : source.as_of;
}

std::string source_link(const Context& context, int source) {
  return context.page_link("data/#source-" + context.book.source(source).id);
}

std::string source_link_html(const Context& context, int source) {
  return link_html(source_link(context, source), context.book.source(source).title);
}

std::string raw_link_html(const Context& context, int source) {
  const std::string name = file_name(context.book.source(source));
  if (name.empty()) return html_text(context.book.word("page.file_missing"));
  if (context.book.source(source).withheld)
    return html_text(name + context.book.word(names_offices(context.book.source(source))
                                                  ? "page.offices_withheld"
                                                  : "page.file_withheld"));
  if (!gives_file(context.book.source(source)))
    return html_text(name + context.book.word("page.file_kept"));
  if (context.book.source(source).group)
    return html_text(name + context.book.word("page.file_grouped"));
  return link_html(context.link("data/raw/" + in_address(name)), name);
}

std::string source_line_html(const Context& context, const std::string& as_of,
                             const std::string& publisher, const std::string& evidence_href) {
  const Book& book = context.book;
  std::string html;
  if (!as_of.empty()) html += "<span>" + html_text(as_of) + "</span>";
  if (!publisher.empty())
    html += fmt::format("<span>{} {}</span>", html_text(book.word("label.source_mark")),
                        html_text(publisher));
  if (!evidence_href.empty())
    html += "<span>" + link_html(evidence_href, book.word("label.evidence")) + "</span>";
  return html;
}

}  // namespace yokoten
