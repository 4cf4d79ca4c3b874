#pragma once

#include <doctest/doctest.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdio>
#include <functional>
#include <string>

#include "base/disk.h"
#include "workbook_files.h"

namespace yokoten {

/// What is read of a workbook that `fill` writes.
inline Reading written(const std::function<void(lxw_workbook*, lxw_worksheet*)>& fill,
                       const char* sheet = "実績") {
  const std::string path = "/tmp/yokoten-written-" + std::to_string(getpid()) + ".xlsx";
  lxw_workbook* book = workbook_new(path.c_str());
  fill(book, workbook_add_worksheet(book, sheet));
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);
  const auto bytes = RealDisk().read(path);
  std::remove(path.c_str());
  REQUIRE(bytes);
  return read_xlsx_bytes(*bytes);
}

}  // namespace yokoten
