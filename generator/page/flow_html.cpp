#include "page/flow_html.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// What a flow came to: its HTML, and whether blocks stood in it that all kept silent.
struct Rendered {
  std::string html;
  int blocks = 0, speaking = 0;
};

Rendered rendered(Context& context, const CompiledPage& page, const Flow& flow);

Rendered rendered_block(Context& context, const CompiledPage& page, const Piece& piece) {
  const Block* block = page.blocks[piece.block_number].get();
  Rendered out;
  if (block != nullptr) out.html = block->html(context);
  out.blocks = 1;
  out.speaking = out.html.empty() ? 0 : 1;
  return out;
}

Rendered rendered_columns(Context& context, const CompiledPage& page, const Piece& piece) {
  Rendered out;
  std::string inner;
  int speaking = 0;
  for (const Flow& flow : piece.flows) {
    const Rendered column = rendered(context, page, flow);
    out.blocks += column.blocks;
    out.speaking += column.speaking;
    const bool silent = column.blocks > 0 && column.speaking == 0;
    if (silent || column.html.empty()) continue;
    ++speaking;
    inner += "<div>" + column.html + "</div>\n";
  }
  // One column alone takes the whole width.
  if (speaking > 1)
    out.html = fmt::format("<div class=\"{}\">\n{}</div>\n", piece.columns, inner);
  else
    out.html = inner;
  return out;
}

// What becomes of the text, then the text. An example that says nothing here says that.
Rendered rendered_example(Context& context, const CompiledPage& page, const Piece& piece) {
  const Book& book = context.book;
  Rendered shown = rendered(context, page, piece.flows[0]);
  const bool silent = shown.blocks > 0 && shown.speaking == 0;
  if (silent) shown.html = "<p>" + html_text(book.word("page.example_silent")) + "</p>\n";
  const std::string source = piece.source.substr(0, piece.source.find_last_not_of('\n') + 1);
  const std::string label = context.region_label(book.word("page.example_source"));
  return {fmt::format("<div class=\"example\"><div class=\"made\">\n{}</div>\n"
                      "<section class=\"source\" tabindex=\"0\" aria-label=\"{}\"><pre><code>{}"
                      "</code></pre></section></div>\n",
                      shown.html, html_text(label), html_text(source)),
          shown.blocks, shown.blocks};
}

Rendered rendered_section(Context& context, const CompiledPage& page, const Piece& piece) {
  Rendered out = rendered(context, page, piece.flows[0]);
  if (out.blocks > 0 && out.speaking == 0) return {{}, out.blocks, 0};
  const std::string intro =
      piece.intro.empty() ? "" : fmt::format("<p>{}</p>", context.html(piece.intro));
  out.html = fmt::format(
      "<section class=\"sec\" id=\"{0}\" aria-labelledby=\"{0}-h\"><header><h2 "
      "id=\"{0}-h\">{1}</h2>"
      "{2}</header>\n{3}</section>\n",
      html_text(piece.id), context.html(piece.heading), intro, out.html);
  return out;
}

Rendered rendered(Context& context, const CompiledPage& page, const Flow& flow) {
  Rendered out;
  for (const Piece& piece : flow) {
    Rendered part;
    if (piece.kind == Piece::Kind::html)
      part.html = fmt::format("<div class=\"prose\">\n{}</div>\n", context.html(piece.html));
    else if (piece.kind == Piece::Kind::block)
      part = rendered_block(context, page, piece);
    else if (piece.kind == Piece::Kind::example)
      part = rendered_example(context, page, piece);
    else if (piece.kind == Piece::Kind::columns)
      part = rendered_columns(context, page, piece);
    else
      part = rendered_section(context, page, piece);
    out.html += part.html;
    out.blocks += part.blocks;
    out.speaking += part.speaking;
  }
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

// Paragraphs of the lead share its look; what is no paragraph (a list) stays as it is.
std::string lead_paragraphs(const std::string& html) {
  return replaced(html, "<p>", "<p class=\"lead\">");
}

View find_view(const Context& context, const CompiledPage& page) {
  const Book& book = context.book;
  std::vector<View> links = {
      View().text("href", context.link("areas/")).text("title", book.word("page.by_prefecture"))};
  if (context.area != Areas::none && book.areas.prefecture_of(context.area) != context.area) {
    const int prefecture = book.areas.prefecture_of(context.area);
    const std::string link = context.area_link(prefecture);
    const std::string title =
        book.word("page.municipalities_of",
                  {book.areas.at(prefecture).name, municipality_word(book, prefecture)});
    if (!link.empty()) links.push_back(View().text("href", link).text("title", title));
  }
  View view;
  view.text("label", page.front.find)
      .text("hint", book.word("page.find_hint"))
      .text("action", context.link("areas/"))
      .text("search", context.link(context.search_script))
      .text("areas", context.top + "search/areas.js")
      .text("more", context.root + "search/more.js")
      .text("root", context.root)
      .text("placeholder", "")
      .flag("has_links", true)
      .list("links", std::move(links));
  return view;
}

// The dates of the page and, on cases, what the text is from.
std::string dates_html(const Context& context, const CompiledPage& page) {
  std::string html = context.html(page.as_of);
  for (const std::string& source : page.front.sources)
    html += (html.empty() ? "" : "<br>") +
            html_text(context.book.word("label.source_mark") + ' ' + source);
  return html;
}

bool is_lead(const Piece& piece) {
  return piece.kind == Piece::Kind::block && piece.block.name == "lead";
}

}  // namespace

std::string flow_html(Context& context, const CompiledPage& page, const Flow& flow) {
  return rendered(context, page, flow).html;
}

std::string opening_html(Context& context, const CompiledPage& page) {
  std::string lead, paragraphs;
  Flow::const_iterator at = page.body.opening.begin();
  for (; at != page.body.opening.end(); ++at) {
    if (is_lead(*at))
      add_sentence(context.book, lead, rendered_block(context, page, *at).html);
    else if (at->kind == Piece::Kind::html)
      paragraphs += lead_paragraphs(context.html(at->html));
    else
      break;
  }
  View view;
  view.text("heading_html",
            context.html(page.body.heading.empty() ? page.title : page.body.heading))
      .text("kana", context.plain(page.kana))
      .text("place", "")
      .text("above", "")
      .text("lead_html", lead)
      .text("after_html", paragraphs)
      .text("as_of_html", dates_html(context, page))
      .flag("solo", page.front.find.empty());
  if (page.front.find.empty())
    view.flag("find", false);
  else
    view.view("find", find_view(context, page));
  std::string out = context.templates.filled("opening", view);
  for (; at != page.body.opening.end(); ++at) out += flow_html(context, page, {*at});
  return out;
}

}  // namespace yokoten
