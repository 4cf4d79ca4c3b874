#include "publish/assets.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "model/report.h"
#include "publish/squeezed_css.h"

namespace yokoten {
namespace {

constexpr std::size_t address_digits = 12;

Asset named(const std::string& stem, const std::string& ending, std::string bytes) {
  const std::string hash = sha256(bytes).substr(0, address_digits);
  return {fmt::format("assets/{}.{}.{}", stem, hash, ending), std::move(bytes)};
}

std::string taken(const std::map<std::string, std::string>& files, const std::string& path,
                  Findings& findings) {
  const auto at = files.find(path);
  if (at != files.end()) return at->second;
  report_error(findings, {"templates/" + path, 0, 0}, "template.missing",
               {fmt::format("templates/{} がありません", path),
                fmt::format("templates/{} is missing", path)});
  return {};
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) all.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

// For a CSS string: quotes, backslashes and line ends must not end it.
std::string css_text(const std::string& text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') out += '\\';
    if (static_cast<unsigned char>(letter) >= 0x20) out += letter;
  }
  return out + '"';
}

}  // namespace

Asset style_asset(const std::map<std::string, std::string>& files, const std::string& title,
                  const std::map<std::string, std::string>& others, Findings& findings) {
  std::string bytes;
  for (const std::string& name : lines(taken(files, "styles/order.txt", findings)))
    bytes += taken(files, "styles/" + name, findings);
  bytes += fmt::format(
      "@page {{ @bottom-left {{ content: {}; font: 8pt \"Noto Sans JP\",\"Noto Sans CJK JP\","
      "sans-serif; color: #595959 }} }}\n",
      css_text(title));
  for (const auto& [language, other] : others)
    bytes += fmt::format(
        "html:lang({0}) {{ page: {0} }}\n@page {0} {{ @bottom-left {{ content: {1} }} }}\n",
        language, css_text(other));
  return named("style", "css", squeezed_css(bytes));
}

Asset page_style_asset(const std::map<std::string, std::string>& files, const std::string& name,
                       Findings& findings) {
  return named(name, "css", squeezed_css(taken(files, "styles/" + name + ".css", findings)));
}

Asset script_asset(const std::map<std::string, std::string>& files, const std::string& name,
                   Findings& findings) {
  return named(name, "js", taken(files, "scripts/" + name + ".js", findings));
}

Asset dataflows_asset(const std::map<std::string, std::string>& files, Findings& findings) {
  std::string charts;
  for (const char* name : {"distribution", "histogram", "scatter"})
    charts += fmt::format("{}\"{}\":{}", charts.empty() ? "" : ",", name,
                          taken(files, fmt::format("compare/{}.json", name), findings));
  return named("compare-dataflows", "js", "yokotenCompare.dataflows({" + charts + "});\n");
}

Asset bundle_asset(Disk& disk, const std::string& home, const std::string& name,
                   Findings& findings) {
  const std::string path = fmt::format("{}/build/browser/{}.js", home, name);
  auto bytes = disk.read(path);
  if (!bytes)
    report_error(findings, {path, 0, 0}, "script.missing",
                 {"まだ作られていません。プログラムのフォルダーで scripts/browser-packages "
                  "を実行してください",
                  "not made yet; run scripts/browser-packages in the program's folder"});
  return named(name, "js", bytes ? std::move(*bytes) : std::string());
}

}  // namespace yokoten
