#include "page/flow_html.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// How many blocks stood in what was written, and how many of them said something.
struct Voices {
  int blocks = 0, speaking = 0;

  bool are_silent() const { return blocks > 0 && speaking == 0; }
};

// What is rendered is put behind what stands in `out` already.
Voices put_flow(Context& context, const CompiledPage& page, const Flow& flow, std::string& out);

Voices put_block(Context& context, const CompiledPage& page, const Piece& piece, std::string& out) {
  const Block* block = page.blocks[piece.block_number].get();
  context.chart_files = block != nullptr && block->files() ? &*block->files() : nullptr;
  const std::string html = block == nullptr ? std::string() : block->html(context);
  out += html;
  return {1, html.empty() ? 0 : 1};
}

Voices put_columns(Context& context, const CompiledPage& page, const Piece& piece,
                   std::string& out) {
  Voices all;
  std::string inner;
  int shown = 0;
  for (const Flow& flow : piece.flows) {
    std::string column;
    const Voices voices = put_flow(context, page, flow, column);
    all.blocks += voices.blocks;
    all.speaking += voices.speaking;
    if (voices.are_silent() || column.empty()) continue;
    ++shown;
    inner.append("<div>").append(column).append("</div>\n");
  }
  // One column alone takes the whole width.
  if (shown > 1)
    out.append("<div class=\"")
        .append(piece.columns)
        .append("\">\n")
        .append(inner)
        .append("</div>\n");
  else
    out += inner;
  return all;
}

// What becomes of the text, then the text. An example that says nothing here says that.
Voices put_example(Context& context, const CompiledPage& page, const Piece& piece,
                   std::string& out) {
  const Book& book = context.book;
  std::string shown;
  const Voices voices = put_flow(context, page, piece.flows[0], shown);
  if (voices.are_silent()) shown = "<p>" + html_text(book.word("page.example_silent")) + "</p>\n";
  const std::string source = piece.source.substr(0, piece.source.find_last_not_of('\n') + 1);
  const std::string label = context.region_label(book.word("page.example_source"));
  out += fmt::format(
      "<div class=\"example\"><div class=\"made\">\n{}</div>\n"
      "<section class=\"source\" tabindex=\"0\" aria-label=\"{}\"><pre><code>{}"
      "</code></pre></section></div>\n",
      shown, html_text(label), html_text(source));
  return {voices.blocks, voices.blocks};
}

Voices put_section(Context& context, const CompiledPage& page, const Piece& piece,
                   std::string& out) {
  const std::size_t before = out.size();
  out += fmt::format(
      "<section class=\"sec\" id=\"{0}\" aria-labelledby=\"{0}-h\"><header><h2 "
      "id=\"{0}-h\">{1}</h2>",
      html_text(piece.id), context.html(piece.heading));
  if (!piece.intro.empty()) out.append("<p>").append(context.html(piece.intro)).append("</p>");
  out.append("</header>\n");
  const Voices voices = put_flow(context, page, piece.flows[0], out);
  out.append("</section>\n");
  if (voices.are_silent()) out.resize(before);
  return voices;
}

Voices put_piece(Context& context, const CompiledPage& page, const Piece& piece, std::string& out) {
  switch (piece.kind) {
    case Piece::Kind::html:
      out.append("<div class=\"prose\">\n").append(context.html(piece.html)).append("</div>\n");
      return {};
    case Piece::Kind::block:
      return put_block(context, page, piece, out);
    case Piece::Kind::example:
      return put_example(context, page, piece, out);
    case Piece::Kind::columns:
      return put_columns(context, page, piece, out);
    case Piece::Kind::section:
      return put_section(context, page, piece, out);
  }
  return {};
}

Voices put_flow(Context& context, const CompiledPage& page, const Flow& flow, std::string& out) {
  Voices all;
  for (const Piece& piece : flow) {
    const Voices voices = put_piece(context, page, piece, out);
    all.blocks += voices.blocks;
    all.speaking += voices.speaking;
  }
  return all;
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
  std::string html;
  put_flow(context, page, flow, html);
  return html;
}

std::string opening_html(Context& context, const CompiledPage& page) {
  std::string lead, paragraphs;
  Flow::const_iterator at = page.body.opening.begin();
  for (; at != page.body.opening.end(); ++at) {
    std::string sentence;
    if (is_lead(*at)) {
      put_block(context, page, *at, sentence);
      add_sentence(context.book, lead, sentence);
    } else if (at->kind == Piece::Kind::html) {
      paragraphs += lead_paragraphs(context.html(at->html));
    } else {
      break;
    }
  }
  constexpr std::size_t values = 9;
  View view(values);
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
  for (; at != page.body.opening.end(); ++at) put_piece(context, page, *at, out);
  return out;
}

}  // namespace yokoten
