// Reads one XLSX file of ROWS rows and ten columns, and unpacks and parses the same parts with
// libzip and expat alone; prints both times (the least of RUNS, taken in turn) as a line of JSON.
//   bench_spreadsheets ROWS RUNS
#include <expat.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include "base/disk.h"
#include "read/workbook.h"
#include "spent.h"

namespace {

using namespace yokoten;

constexpr std::size_t piece = 64U << 10U;
constexpr lxw_col_t columns = 10;

/// What offices send: a name, a date, a rate, a kind, and counts.
void write_row(lxw_worksheet* sheet, lxw_row_t row, lxw_format* date, lxw_format* rate) {
  const std::string office = fmt::format("事業所{}", row);
  worksheet_write_string(sheet, row, 0, office.c_str(), nullptr);
  worksheet_write_number(sheet, row, 1, 45000 + row % 500, date);
  worksheet_write_number(sheet, row, 2, (row % 997) / 997.0, rate);
  worksheet_write_string(sheet, row, 3, row % 3 == 0 ? "訪問介護" : "通所介護", nullptr);
  for (lxw_col_t column = 4; column < columns; ++column)
    worksheet_write_number(sheet, row, column, (row * 31 + column) % 100'000, nullptr);
}

void write_workbook(const std::string& path, lxw_row_t rows) {
  lxw_workbook* book = workbook_new(path.c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  lxw_format* date = workbook_add_format(book);
  format_set_num_format(date, "yyyy/m/d");
  lxw_format* rate = workbook_add_format(book);
  format_set_num_format(rate, "0.0%");
  for (lxw_row_t row = 0; row < rows; ++row) write_row(sheet, row, date, rate);
  workbook_close(book);
}

/// The bytes of the file; another process writes it, whose memory is not counted.
std::string written(lxw_row_t rows) {
  const std::string path = fmt::format("/tmp/yokoten-bench-{}.xlsx", getpid());
  const pid_t writer = fork();
  if (writer == 0) {
    write_workbook(path, rows);
    _exit(0);
  }
  waitpid(writer, nullptr, 0);
  const auto bytes = RealDisk().read(path);
  std::remove(path.c_str());
  return bytes.value_or("");
}

struct Events {
  std::size_t starts = 0, ends = 0, text = 0;
};

void on_start(void* events, const char*, const char**) { ++static_cast<Events*>(events)->starts; }
void on_end(void* events, const char*) { ++static_cast<Events*>(events)->ends; }
void on_text(void* events, const char*, int size) {
  static_cast<Events*>(events)->text += static_cast<std::size_t>(size);
}

/// Unpacks one part into a parser that only counts; its unpacked bytes.
std::size_t parse_part(zip_t* archive, zip_uint64_t index, Events& events) {
  XML_Parser parser = XML_ParserCreate(nullptr);
  XML_SetUserData(parser, &events);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  zip_file_t* file = zip_fopen_index(archive, index, 0);
  std::size_t bytes = 0;
  for (zip_int64_t read = 1; read > 0;) {
    read = zip_fread(file, XML_GetBuffer(parser, piece), piece);
    if (read < 0 || XML_ParseBuffer(parser, static_cast<int>(read), read == 0) != XML_STATUS_OK)
      std::exit(1);
    bytes += static_cast<std::size_t>(read);
  }
  zip_fclose(file);
  XML_ParserFree(parser);
  return bytes;
}

/// Unpacks and parses the parts that a reader needs; their unpacked bytes.
std::size_t parse_alone(const std::string& bytes, Events& events) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  std::size_t unpacked = 0;
  for (const char* part : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                           "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"})
    unpacked +=
        parse_part(archive, static_cast<zip_uint64_t>(zip_name_locate(archive, part, 0)), events);
  zip_discard(archive);
  return unpacked;
}

/// The cells read, or 0 when the file was refused.
std::size_t read_all(const std::string& bytes) {
  Findings findings;
  const auto workbook = read_xlsx(bytes, "bench.xlsx", findings);
  if (!workbook) return 0;
  return static_cast<std::size_t>(workbook->sheets[0].rows()) *
         static_cast<std::size_t>(workbook->sheets[0].columns());
}

}  // namespace

int main(int count, char** words) {
  const long rows = count == 3 ? std::atol(words[1]) : 0,
             runs = count == 3 ? std::atol(words[2]) : 0;
  if (rows < 1 || rows > 1'048'576 || runs < 1) {
    std::cerr << "usage: bench_spreadsheets ROWS RUNS\n";
    return 2;
  }
  const std::string bytes = written(static_cast<lxw_row_t>(rows));
  const long before = most_memory();
  Events events;
  double alone = 1e9, reading = 1e9;
  std::size_t unpacked = 0, cells = read_all(bytes);
  const long more = most_memory() - before;
  for (long run = 0; run < runs; ++run) {
    const auto start = Clock::now();
    unpacked = parse_alone(bytes, events);
    const auto parsed = Clock::now();
    cells = read_all(bytes);
    alone = std::min(alone, milliseconds(parsed - start));
    reading = std::min(reading, milliseconds(Clock::now() - parsed));
  }
  std::cout << fmt::format(
      R"({{"cells": {}, "packed": {}, "unpacked": {}, "events": {}, "alone_ms": {:.1f}, "read_ms": {:.1f}, "times": {:.2f}, "more_kib": {}}})",
      cells, bytes.size(), unpacked, events.starts + events.ends, alone, reading, reading / alone,
      more);
  std::cout << "\n";
  return cells > 0 ? 0 : 1;
}
