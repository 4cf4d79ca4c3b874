#include "page/inline_html.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/html_text.h"
#include "model/report.h"
#include "page/block.h"
#include "page/markdown.h"

namespace yokoten {
namespace {

std::string literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string() : with_braces(text);
}

bool is_narrow(unsigned char byte) { return byte < 0x80; }

// Between Japanese letters a line break is no space.
bool needs_space(cmark_node* soft_break) {
  cmark_node* before = cmark_node_previous(soft_break);
  cmark_node* after = cmark_node_next(soft_break);
  const auto is_text = [](cmark_node* node) {
    return node != nullptr && cmark_node_get_type(node) == CMARK_NODE_TEXT;
  };
  const bool narrow_before = is_text(before) && !literal(before).empty() &&
                             is_narrow(static_cast<unsigned char>(literal(before).back()));
  const bool narrow_after = is_text(after) && !literal(after).empty() &&
                            is_narrow(static_cast<unsigned char>(literal(after).front()));
  return narrow_before && narrow_after;
}

const char* tag(cmark_node_type type) {
  if (type == CMARK_NODE_PARAGRAPH) return "p";
  if (type == CMARK_NODE_EMPH) return "em";
  if (type == CMARK_NODE_STRONG) return "b";
  if (type == CMARK_NODE_BLOCK_QUOTE) return "blockquote";
  if (type == CMARK_NODE_ITEM) return "li";
  return nullptr;
}

// Extensions' node types have names only.
std::string_view kind(cmark_node* node) { return cmark_node_get_type_string(node); }

bool in_tight_list(cmark_node* paragraph) {
  cmark_node* item = cmark_node_parent(paragraph);
  if (item == nullptr || cmark_node_get_type(item) != CMARK_NODE_ITEM) return false;
  return cmark_node_get_list_tight(cmark_node_parent(item)) != 0;
}

// The texts below a node; placeholders and markup are left out.
std::string words_of(cmark_node* node) {
  std::string words;
  for (cmark_node* at = cmark_node_first_child(node); at != nullptr; at = cmark_node_next(at)) {
    const std::string text =
        cmark_node_get_type(at) == CMARK_NODE_TEXT ? literal(at) : words_of(at);
    if (text.find("{{") == std::string::npos) words += text;
  }
  return words;
}

// What would be run at the start of a line; the name of a language is no block's.
bool is_block_name(const std::string& info) {
  const std::vector<std::string> names = block_names();
  return is_columns(info) || info == example_fence ||
         std::find(names.begin(), names.end(), info) != names.end();
}

}  // namespace

std::string with_braces(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view letter = text.substr(at, 3);
    const bool open = letter == opening_letter, close = letter == closing_letter;
    if (open || close)
      out += open ? "{{" : "}}";
    else
      out += text[at];
    at += open || close ? 3 : 1;
  }
  return out;
}

Place HtmlWriter::place(cmark_node* node) const {
  while (node != nullptr && cmark_node_get_start_line(node) == 0) node = cmark_node_parent(node);
  if (node == nullptr) return {file_, first_row_, 1};
  return {file_, first_row_ + cmark_node_get_start_line(node) - 1,
          std::max(1, cmark_node_get_start_column(node))};
}

void HtmlWriter::refuse(cmark_node* node, const char* code, Message message) {
  report_error(findings_, place(node), code, std::move(message));
}

void HtmlWriter::write_children(cmark_node* node, Text& out) {
  for (cmark_node* at = cmark_node_first_child(node); at != nullptr; at = cmark_node_next(at))
    write(at, out);
}

void HtmlWriter::write_heading(cmark_node* node, Text& out) {
  texts_.ruby.in_heading(true);
  write_children(node, out);
  texts_.ruby.in_heading(false);
}

void HtmlWriter::write_text(cmark_node* node, Text& out) {
  const std::string text = literal(node);
  if (text.find("**") != std::string::npos)
    refuse(
        node, "page.bold",
        {"「**」が太字になっていません。前後に空白を入れるか、かぎかっこを太字の外に出してください",
         "`**` left over: put a space beside it, or the bracket outside the bold text"});
  const auto escape = [&](std::string_view plain) { return texts_.ruby.html(plain); };
  out.append(compiled_text(text, place(node), escape, findings_));
}

void HtmlWriter::write_link(cmark_node* node, Text& out) {
  const char* address = cmark_node_get_url(node);
  const std::string written = with_braces(address == nullptr ? "" : address);
  const std::string_view url = written;
  out.append("<a href=\"");
  if (url.starts_with("//") || (!url.starts_with('/') && !url.starts_with('#') &&
                                !url.starts_with("https://") && !url.starts_with("mailto:"))) {
    refuse(
        node, "page.link",
        {fmt::format(
             "リンク先 {} は使えません。サイト内は / から、外は https:// から書いてください", url),
         fmt::format("link {} can't be used: begin with / inside the site, https:// outside",
                     url)});
  } else if (url.starts_with('/')) {
    const bool is_fixed = url.find("{{") == std::string_view::npos;
    const std::string path(url.substr(1));
    out.append(Placeholder{"root", {}, {}, is_fixed ? path : std::string(), place(node)});
    out.append(compiled_text(path, place(node), html_text, findings_));
    if (is_fixed) links.push_back({path, place(node)});
  } else {
    out.append(html_text(url));
  }
  out.append("\">");
  write_children(node, out);
  out.append("</a>");
}

void HtmlWriter::write_list(cmark_node* node, Text& out) {
  const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  const int start = cmark_node_get_list_start(node);
  if (ordered)
    out.append(start == 1 ? std::string("<ol>") : fmt::format("<ol start=\"{}\">", start));
  else
    out.append("<ul>");
  write_children(node, out);
  out.append(ordered ? "</ol>\n" : "</ul>\n");
}

void HtmlWriter::write_row(cmark_node* row, bool head, Text& out) {
  out.append("<tr>");
  bool first = true;
  for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr;
       cell = cmark_node_next(cell)) {
    const char* open = head ? "<th scope=\"col\">" : first ? "<th scope=\"row\">" : "<td>";
    out.append(open);
    write_children(cell, out);
    out.append(head || first ? "</th>" : "</td>");
    first = false;
  }
  out.append("</tr>\n");
}

// What its headings say; two of one label could not be told apart.
std::string HtmlWriter::table_label(cmark_node* table) {
  std::string headings;
  cmark_node* head = cmark_node_first_child(table);
  for (cmark_node* cell = cmark_node_first_child(head); cell != nullptr;
       cell = cmark_node_next(cell)) {
    const std::string words = words_of(cell);
    if (!words.empty()) headings += (headings.empty() ? "" : "、") + words;
  }
  const int count = ++texts_.tables[headings];
  return count == 1 ? headings : fmt::format("{} {}", headings, count);
}

void HtmlWriter::write_table(cmark_node* node, Text& out) {
  out.append("<section class=\"tbl\" tabindex=\"0\" aria-label=\"");
  out.append(Placeholder{"table", {}, {}, table_label(node), place(node)});
  out.append("\"><table class=\"loose\">\n");
  bool head = true;
  for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
    if (head) out.append("<thead>");
    write_row(row, head, out);
    if (head) out.append("</thead>\n<tbody>");
    head = false;
  }
  out.append("</tbody></table></section>\n");
}

void HtmlWriter::write_code(cmark_node* node, Text& out) {
  const bool block = cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK;
  const char* info = block ? cmark_node_get_fence_info(node) : nullptr;
  if (info != nullptr && is_block_name(info))
    refuse(node, "block.nested",
           {fmt::format(
                "箇条書きや引用の中の {} はブロックになりません。行の先頭から書いてください", info),
            fmt::format("{} is no block inside a list or a quotation; begin it at the start of a "
                        "line",
                        info)});
  out.append(block ? "<pre><code>" : "<code>");
  out.append(html_text(literal(node)));
  out.append(block ? "</code></pre>\n" : "</code>");
}

void HtmlWriter::write(cmark_node* node, Text& out) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT) return write_text(node, out);
  if (type == CMARK_NODE_LINK) return write_link(node, out);
  if (type == CMARK_NODE_LIST) return write_list(node, out);
  if (kind(node) == "table") return write_table(node, out);
  if (type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK) return write_code(node, out);
  if (type == CMARK_NODE_SOFTBREAK) return needs_space(node) ? out.append(" ") : void();
  if (type == CMARK_NODE_LINEBREAK) return out.append("<br>");
  if (type == CMARK_NODE_THEMATIC_BREAK) return out.append("<hr>\n");
  if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
    return refuse(node, "page.html",
                  {"HTML は書けません。Markdown かブロックを使ってください",
                   "HTML is not allowed: use Markdown or a block"});
  if (type == CMARK_NODE_IMAGE)
    return refuse(node, "page.image", {"画像はまだ使えません", "pictures can't be used yet"});
  if (type == CMARK_NODE_HEADING) {
    const int level = std::min(cmark_node_get_heading_level(node), 6);
    if (level == 1)
      report_warning(findings_, place(node), "page.heading",
                     {"「# 」の見出しはページの題で、始めに1つだけです。「## 」にしてください",
                      "a heading with one # is the page's title, once at its beginning; write ##"});
    out.append(fmt::format("<h{}>", level));
    write_heading(node, out);
    return out.append(fmt::format("</h{}>\n", level));
  }
  const char* name = kind(node) == "strikethrough" ? "del" : tag(type);
  if (name == nullptr || (type == CMARK_NODE_PARAGRAPH && in_tight_list(node)))
    return write_children(node, out);
  out.append(fmt::format("<{}>", name));
  write_children(node, out);
  const bool is_block =
      type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE;
  out.append(fmt::format("</{}>{}", name, is_block ? "\n" : ""));
}

}  // namespace yokoten
