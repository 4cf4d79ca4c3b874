#include "page/compiled_page.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "model/report.h"
#include "page/case_parts.h"
#include "page/markdown.h"
#include "page/project_parts.h"

namespace yokoten {
namespace {

std::string as_it_is(std::string_view text) { return std::string(text); }

std::string path_of(const PageText& page) {
  if (page.is_case) return "cases/" + page.path + '/';
  if (page.is_project) return "projects/" + page.path + '/';
  if (page.path == "index") return {};
  if (page.path == "404") return "404.html";
  return page.path + '/';
}

bool is_address(std::string_view path) {
  return path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_./") ==
             std::string_view::npos &&
         path.find("..") == std::string_view::npos;
}

/// Compiles the blocks of a flow in place and checks the placeholders of its texts.
class FlowCompiler {
 public:
  FlowCompiler(const Book& book, CompiledPage& page, Findings& findings)
      : book_(book), page_(page), findings_(findings) {}

  void compile(Flow& flow) {
    for (Piece& piece : flow) compile(piece);
  }
  void check(const Text& text) {
    check_placeholders(book_, text, false, page_.front.each, findings_);
  }
  /// Plain text in which {{value}} and its kin mean the page's indicator, where it has one.
  Text about_figure(const std::string& text) {
    const Text made = compiled_text(text, page_.front.where, as_it_is, findings_);
    check_placeholders(book_, made, on_indicator_page(), page_.front.each, findings_);
    return made;
  }
  Text plain(const std::string& text) {
    const Text made = compiled_text(text, page_.front.where, as_it_is, findings_);
    check(made);
    return made;
  }

 private:
  bool on_indicator_page() const { return page_.front.each == Each::indicator; }
  void compile(Piece& piece) {
    check(piece.html);
    check(piece.heading);
    check(piece.intro);
    for (Flow& flow : piece.flows) compile(flow);
    if (piece.kind != Piece::Kind::block) return;
    piece.block_number = page_.blocks.size();
    page_.blocks.push_back(compiled_block(book_, piece.block, page_.front.each, findings_));
    note_block(piece.block.name, page_.blocks.back().get());
  }

  void note_block(const std::string& name, const Block* block) {
    page_.holds.insert(name);
    const std::string shown = block == nullptr ? std::string() : block->shows();
    if (!shown.empty()) page_.holds.insert(name + ':' + shown);
    if (block == nullptr) return;
    const auto links = block->links();
    page_.body.links.insert(page_.body.links.end(), links.begin(), links.end());
  }

  const Book& book_;
  CompiledPage& page_;
  Findings& findings_;
};

// 312037（倉吉市）, where somebody wrote the name in place of the code.
std::string codes_named(const Areas& areas, const std::string& name) {
  std::vector<std::string> codes;
  for (int id = 0; id < areas.size(); ++id)
    if (areas.at(id).name == name && !areas.at(id).code.empty())
      codes.push_back(
          fmt::format("{}（{}）", areas.at(id).code, areas.at(areas.prefecture_of(id)).name));
  return fmt::format("{}", fmt::join(codes, "、"));
}

void set_area(const Book& book, CompiledPage& page, Findings& findings) {
  if (page.front.area.empty()) return;
  page.area = book.areas.by_code(page.front.area);
  if (page.area != Areas::none) return;
  const std::string codes = codes_named(book.areas, page.front.area);
  report_error(findings, page.front.area_where, "page.area",
               {fmt::format("area の {} というコードはありません{}", page.front.area,
                            codes.empty() ? "" : "。名前ではなくコードを書いてください: " + codes),
                fmt::format("there is no area with the code {}{}", page.front.area,
                            codes.empty() ? "" : "; write the code, not the name: " + codes)});
}

}  // namespace

CompiledPage compiled_page(const Book& book, const PageText& page, Findings& findings) {
  CompiledPage made;
  made.front = read_front_matter(page, findings);
  made.path = path_of(page);
  made.project = project_of(book.publication, page.file);
  made.practice = practice_of(book.publication, page.file);
  if (!is_address(made.path))
    report_error(findings, made.front.where, "page.address",
                 {fmt::format("{} はアドレスにできません（a-z 0-9 - _ だけ）", page.path),
                  fmt::format("{} can't be an address (only a-z 0-9 - _)", page.path)});
  set_area(book, made, findings);
  FlowCompiler compiler(book, made, findings);
  made.title = compiler.plain(made.front.title);
  made.description = compiler.plain(made.front.description);
  made.crumb = compiler.plain(made.front.crumb.empty() ? made.front.title : made.front.crumb);
  made.kana = compiler.plain(made.front.kana);
  made.paper = compiler.plain(made.front.paper);
  made.place = compiler.plain(made.front.place);
  made.share =
      compiler.about_figure(made.front.share.empty() ? made.front.summary : made.front.share);
  made.as_of = compiled_line(made.front.as_of, made.front.where, findings);
  made.fact = compiled_line(made.front.fact, made.front.where, findings);
  compiler.check(made.as_of);
  compiler.check(made.fact);
  made.body = compiled_body(page.body, page.file, page.body_row, book.places.get(), findings);
  compiler.check(made.body.heading);
  compiler.compile(made.body.opening);
  compiler.compile(made.body.flow);
  return made;
}

}  // namespace yokoten
