#include "page/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "model/report.h"
#include "page/fences.h"
#include "page/heavy_markdown.h"
#include "page/inline_html.h"

namespace yokoten {
namespace {

constexpr int deepest_columns = 2;  // columns inside columns

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

// Braces are punctuation to Markdown, which would keep `**{{…}}**で` from being bold: letters of
// the private-use area stand for them while it is parsed (page/inline_html.h).
std::string with_letters(std::string_view markdown) {
  std::string text;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const std::string_view two = markdown.substr(at, 2);
    const bool braces = two == "{{" || two == "}}";
    if (braces)
      text += two == "{{" ? opening_letter : closing_letter;
    else
      text += markdown[at];
    at += braces ? 1 : 0;
  }
  return text;
}

Tree parsed(std::string_view written) {
  const std::string markdown = with_letters(written);
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  (void)registered;
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (const char* name : {"table", "strikethrough"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  Tree tree(cmark_parser_finish(parser));
  cmark_parser_free(parser);
  cmark_consolidate_text_nodes(tree.get());
  return tree;
}

std::string_view view(const char* text) { return text == nullptr ? "" : text; }

// A trailing `{#anchor}` names a section; it is cut from the heading's text.
std::string anchor_of(cmark_node* heading) {
  cmark_node* last = cmark_node_last_child(heading);
  if (last == nullptr || cmark_node_get_type(last) != CMARK_NODE_TEXT) return {};
  const std::string text(view(cmark_node_get_literal(last)));
  const std::size_t open = text.rfind("{#");
  if (open == std::string::npos || text.back() != '}') return {};
  std::string id = text.substr(open + 2, text.size() - open - 3);
  std::string rest = text.substr(0, open);
  while (!rest.empty() && rest.back() == ' ') rest.pop_back();
  cmark_node_set_literal(last, rest.c_str());
  return id;
}

// Those of the frame of every page.
constexpr std::array<std::string_view, 3> kFrameIds = {"main", "find", "find-hint"};
constexpr std::string_view kExplorer = "explorer";

/// Builds flows from one Markdown text; recursive for columns.
class Compiler {
 public:
  Compiler(std::string file, const PlaceReadings* places, Findings& findings)
      : file_(std::move(file)), texts_{RubyWriter(places)}, findings_(findings) {}

  Flow flow(std::string_view markdown, int first_row, int depth, Body* page);
  std::vector<InternalLink> links;

 private:
  void add_fence(cmark_node* node, const HtmlWriter& writer, int depth, Flow& out);
  bool is_closed(cmark_node* node, std::string_view markdown, const Place& place);
  void add_heading(cmark_node* node, HtmlWriter& writer, Flow& out);
  void check_explorer(const Place& place);
  void check_anchor(const std::string& id, const Place& place);
  void add_example(const std::string& text, int row, int depth, Flow& out);
  void add_columns(const std::string& kind, std::string_view text, int row, int depth, Flow& out);

  std::string file_;
  PageTexts texts_;
  Findings& findings_;
  int sections_ = 0;
  std::set<std::string> ids_;  ///< of its sections
  int explorer_row_ = 0;       ///< of the first block `explorer`; 0 before there is one
};

bool has_section(const Piece& piece) {
  for (const Flow& flow : piece.flows)
    for (const Piece& inner : flow)
      if (inner.kind == Piece::Kind::section) return true;
  return false;
}

Flow& current(Flow& flow, bool in_section) { return in_section ? flow.back().flows[0] : flow; }

void Compiler::add_columns(const std::string& kind, std::string_view text, int row, int depth,
                           Flow& out) {
  Piece piece;
  piece.kind = Piece::Kind::columns;
  piece.columns = kind;
  std::size_t begin = 0;
  int begin_row = row;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const bool last = end == text.size();
    const bool separator = text.substr(at, end - at) == "***";
    if (separator || last) {
      const std::size_t stop = separator ? at : end;
      piece.flows.push_back(flow(text.substr(begin, stop - begin), begin_row, depth + 1, nullptr));
      begin = std::min(end + 1, text.size());
      begin_row = row + 1;
    }
    if (last) break;
    at = end + 1;
    ++row;
  }
  out.push_back(std::move(piece));
}

// One text, shown and rendered: so what a manual shows can't differ from what it says.
void Compiler::add_example(const std::string& text, int row, int depth, Flow& out) {
  Piece piece;
  piece.kind = Piece::Kind::example;
  piece.source = text;
  piece.flows.push_back(flow(text, row, depth + 1, nullptr));
  out.push_back(std::move(piece));
}

// All that follows would be part of it, or, of a stray one, all up to the next.
bool Compiler::is_closed(cmark_node* node, std::string_view markdown, const Place& place) {
  const auto swallowed = line_swallowed(node, markdown);
  if (!swallowed) return true;
  const std::string ja = *swallowed == 0
                             ? "ページの終わりまで閉じられていません"
                             : fmt::format("閉じないうちに、{}行目で次の囲みが始まっています",
                                           place.row + *swallowed),
                    en = *swallowed == 0 ? "up to the end of the text"
                                         : fmt::format("before the next one opens in row {}",
                                                       place.row + *swallowed);
  report_error(findings_, place, "page.fence",
               {"この囲み（```）は" + ja + "。``` だけの行で閉じてください",
                "this fence (```) is not closed " + en + "; close it by a line of ``` alone"});
  return false;
}

void Compiler::add_fence(cmark_node* node, const HtmlWriter& writer, int depth, Flow& out) {
  const std::string name(view(cmark_node_get_fence_info(node)));
  const std::string text = with_braces(view(cmark_node_get_literal(node)));
  Place place = writer.place(node);
  ++place.row;
  place.column = 1;
  if (is_columns(name) && depth < deepest_columns)
    return add_columns(name, text, place.row, depth, out);
  if (name == example_fence && depth < deepest_columns)
    return add_example(text, place.row, depth, out);
  if (name == kExplorer) check_explorer(place);
  Piece piece;
  piece.kind = Piece::Kind::block;
  piece.block = {name, text, place};
  out.push_back(std::move(piece));
}

// Its script fills one, and what is chosen stands behind # of the address.
void Compiler::check_explorer(const Place& place) {
  if (explorer_row_ == 0) {
    explorer_row_ = place.row;
    return;
  }
  report_error(
      findings_, place, "explorer.twice",
      {fmt::format("explorer は1ページに1つだけです（{}行目にもうあります）", explorer_row_),
       fmt::format("explorer stands once a page, and is there in row {}", explorer_row_)});
}

// A link to a place that stands twice leads to either.
void Compiler::check_anchor(const std::string& id, const Place& place) {
  const bool is_free = std::find(kFrameIds.begin(), kFrameIds.end(), id) == kFrameIds.end();
  if (ids_.insert(id).second && is_free) return;
  report_error(findings_, place, "page.anchor",
               {fmt::format("{{#{}}} はこのページにもうあります。ほかの名前にしてください", id),
                fmt::format("{{#{}}} is on this page already; take another name", id)});
}

void Compiler::add_heading(cmark_node* node, HtmlWriter& writer, Flow& out) {
  Piece section;
  section.kind = Piece::Kind::section;
  section.id = anchor_of(node);
  ++sections_;
  if (section.id.empty()) section.id = fmt::format("s{}", sections_);
  check_anchor(section.id, writer.place(node));
  writer.write_heading(node, section.heading);
  section.flows.emplace_back();
  out.push_back(std::move(section));
}

// ＃ 見出し and #見出し are text to Markdown; #1 may be meant as it is.
void check_heading_sign(cmark_node* paragraph, const Place& place, Findings& findings) {
  constexpr std::string_view wide = "＃", digits = "0123456789";
  cmark_node* first = cmark_node_first_child(paragraph);
  if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_TEXT) return;
  const std::string_view text = view(cmark_node_get_literal(first));
  const std::size_t end = text.find_first_not_of('#');
  const bool narrow = text.starts_with('#') && end != std::string_view::npos &&
                      digits.find(text[end]) == std::string_view::npos;
  if (narrow || text.starts_with(wide))
    report_warning(findings, place, "page.heading",
                   {"このままでは見出しになりません。半角の # と半角の空白で「## 見出し」のように"
                    "書いてください",
                    "this becomes no heading; write half-width # and a blank, as in ## Heading"});
}

// The paragraph right after a section's heading introduces it.
bool is_intro(cmark_node* node, const Flow& out, bool in_section) {
  cmark_node* before = cmark_node_previous(node);
  return in_section && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && before != nullptr &&
         cmark_node_get_type(before) == CMARK_NODE_HEADING &&
         cmark_node_get_heading_level(before) == 2 && out.back().flows[0].empty();
}

void append_html(Flow& flow, const Text& html) {
  if (flow.empty() || flow.back().kind != Piece::Kind::html) flow.emplace_back();
  flow.back().html.append(html);
}

Flow Compiler::flow(std::string_view markdown, int first_row, int depth, Body* page) {
  const Tree tree = parsed(markdown);
  HtmlWriter writer(file_, first_row, texts_, findings_);
  Flow out;
  bool in_section = false;
  for (cmark_node* at = cmark_node_first_child(tree.get()); at != nullptr;
       at = cmark_node_next(at)) {
    const cmark_node_type type = cmark_node_get_type(at);
    const int level = type == CMARK_NODE_HEADING ? cmark_node_get_heading_level(at) : 0;
    const bool fence =
        type == CMARK_NODE_CODE_BLOCK && !view(cmark_node_get_fence_info(at)).empty();
    if (type == CMARK_NODE_CODE_BLOCK && !is_closed(at, markdown, writer.place(at))) continue;
    if (type == CMARK_NODE_PARAGRAPH) check_heading_sign(at, writer.place(at), findings_);
    Flow& target = page != nullptr && !in_section ? page->opening : current(out, in_section);
    if (level == 1 && page != nullptr && page->heading.empty()) {
      writer.write_heading(at, page->heading);
    } else if (level == 2) {
      add_heading(at, writer, out);
      in_section = true;
    } else if (fence) {
      Flow made;
      add_fence(at, writer, depth, made);
      const bool closes = has_section(made.front());
      Flow& where = closes ? out : target;
      if (closes) in_section = false;
      where.push_back(std::move(made.front()));
      // What follows such columns belongs to the page's flow, not to its opening.
      if (closes) page = nullptr;
    } else if (is_intro(at, out, in_section)) {
      writer.write_children(at, out.back().intro);
    } else {
      Text html;
      writer.write(at, html);
      append_html(target, html);
    }
  }
  links.insert(links.end(), writer.links.begin(), writer.links.end());
  return out;
}

}  // namespace

bool is_columns(const std::string& name) {
  return name == "half" || name == "split" || name == "side";
}

Body compiled_body(std::string_view markdown, const std::string& file, int first_row,
                   const PlaceReadings* places, Findings& findings) {
  Body body;
  if (is_heavy(markdown, {file, first_row, 1}, findings)) return body;
  Compiler compiler(file, places, findings);
  body.flow = compiler.flow(markdown, first_row, 0, &body);
  body.links = std::move(compiler.links);
  return body;
}

Text compiled_line(std::string_view markdown, const Place& place, Findings& findings) {
  if (is_heavy(markdown, place, findings)) return {};
  const Tree tree = parsed(markdown);
  PageTexts texts{RubyWriter(nullptr)};
  HtmlWriter writer(place.file, place.row, texts, findings);
  Text out;
  for (cmark_node* at = cmark_node_first_child(tree.get()); at != nullptr;
       at = cmark_node_next(at)) {
    if (!out.empty()) out.append("<br>");
    writer.write_children(at, out);
  }
  return out;
}

}  // namespace yokoten
