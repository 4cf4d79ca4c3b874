#include "publish/printed_pdf.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "base/hash.h"
#include "base/interruption.h"
#include "publish/chromium.h"

namespace yokoten {
namespace {

namespace fs = std::filesystem;

// Behind the end of the PDF, where readers look for nothing: what it was printed from. The number
// grows where the same print is to come out otherwise.
constexpr std::string_view pdf_mark = "%yokoten 2 ";

constexpr std::size_t node_digits = 8, node_name = 14;  // of `(node00000168)`

/// A folder that goes away with the object.
class OwnFolder {
 public:
  OwnFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "yokoten-print-XXXXXX").string();
    if (!error && mkdtemp(name.data()) != nullptr) path = name;
  }
  ~OwnFolder() { remove(); }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  std::string path;

 private:
  void remove() const {
    std::error_code ignored;
    if (!path.empty()) fs::remove_all(path, ignored);
  }

  AtSignal at_signal_{[this] { remove(); }};
};

std::string key_of(const PrintJob& job) {
  std::string all = job.page + '\n' + job.as_of + '\n';
  for (const auto& [path, bytes] : job.files) all += path + ' ' + sha256(bytes) + '\n';
  return sha256(all);
}

std::string last_line(const PrintJob& job) { return fmt::format("{}{}\n", pdf_mark, key_of(job)); }

int count_pages(std::string_view pdf) {
  constexpr std::string_view page = "/Type /Page";
  int pages = 0;
  for (std::size_t at = pdf.find(page); at != std::string_view::npos;
       at = pdf.find(page, at + page.size()))
    pages += at + page.size() < pdf.size() && pdf[at + page.size()] != 's' ? 1 : 0;
  return pages;
}

// (D:20261121021530+00'00') → the publication's date, of the same length.
void set_dates(std::string& pdf, const std::string& as_of) {
  std::string date;
  for (const char letter : as_of)
    if (letter != '-') date += letter;
  if (date.size() != 8) return;
  for (const std::string_view key : {"/CreationDate (D:", "/ModDate (D:"})
    for (std::size_t at = pdf.find(key); at != std::string::npos; at = pdf.find(key, at + 1))
      if (at + key.size() + 14 <= pdf.size()) pdf.replace(at + key.size(), 14, date + "000000");
}

/// Where names of cells stand that headings of tables are called by: `(node00000168)`.
std::vector<std::size_t> node_names(std::string_view pdf) {
  std::vector<std::size_t> found;
  for (std::size_t at = pdf.find("(node"); at != std::string_view::npos;
       at = pdf.find("(node", at + 1)) {
    const std::string_view name = pdf.substr(at, node_name);
    const auto digits = name.find_first_not_of("0123456789", 5);
    if (name.size() == node_name && digits == node_name - 1 && name.back() == ')')
      found.push_back(at + 5);
  }
  return found;
}

// Chromium's numbers of nodes go up by one or not as its threads run: they are counted anew, in
// their order, so that what is sorted by them stays sorted.
void count_nodes_anew(std::string& pdf) {
  const std::vector<std::size_t> places = node_names(pdf);
  std::map<std::string, std::size_t> numbers;
  for (const std::size_t at : places) numbers[pdf.substr(at, node_digits)];
  std::size_t last = 0;
  for (auto& [name, number] : numbers) number = ++last;
  for (const std::size_t at : places)
    pdf.replace(at, node_digits,
                fmt::format("{:0{}}", numbers.at(pdf.substr(at, node_digits)), node_digits));
}

bool write_files(const PrintJob& job, const std::string& folder) {
  for (const auto& [path, bytes] : job.files) {
    std::error_code error;
    const fs::path file = fs::path(folder) / path;
    fs::create_directories(file.parent_path(), error);
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (error || !out.good()) return false;
  }
  return true;
}

std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Message failure(ChromiumEnd end, const std::string& log) {
  if (end == ChromiumEnd::late)
    return {"Chromium が2分たっても終わりません", "Chromium has not ended after two minutes"};
  if (log.empty())
    return {"Chromium が、わけを言わずに印刷できませんでした",
            "Chromium could not print, and does not say why"};
  return {fmt::format("Chromium が印刷できませんでした（{}）", log),
          fmt::format("Chromium could not print ({})", log)};
}

}  // namespace

std::optional<PrintedPdf> kept_pdf(const PrintJob& job, std::string bytes) {
  if (!bytes.ends_with(last_line(job))) return std::nullopt;
  const int pages = count_pages(bytes);
  return PrintedPdf{std::move(bytes), pages};
}

std::optional<PrintedPdf> printed_pdf(const PrintJob& job, Message& reason) {
  const std::string program = chromium_path();
  if (program.empty()) {
    reason = {
        "Chromium がありません。sudo apt-get install chromium fonts-noto-cjk で入れるか、"
        "publication.toml の [cases] から pdf を取ってください",
        "there is no Chromium; install it (sudo apt-get install chromium fonts-noto-cjk), or "
        "take pdf out of [cases] in publication.toml"};
    return std::nullopt;
  }
  const OwnFolder folder;
  const std::string pdf = folder.path + "/out.pdf";
  if (folder.path.empty() || !write_files(job, folder.path + "/site")) {
    reason = {"一時フォルダーに書けません", "can't write into the temporary folder"};
    return std::nullopt;
  }
  std::string log;
  const ChromiumEnd end =
      print_by_chromium(program, folder.path + "/site/" + job.page, pdf, folder.path, log);
  std::string bytes = end == ChromiumEnd::printed ? file_bytes(pdf) : std::string();
  const int pages = count_pages(bytes);
  if (!bytes.starts_with("%PDF-") || pages == 0) {
    reason = failure(end, log);
    return std::nullopt;
  }
  set_dates(bytes, job.as_of);
  count_nodes_anew(bytes);
  return PrintedPdf{bytes + last_line(job), pages};
}

}  // namespace yokoten
