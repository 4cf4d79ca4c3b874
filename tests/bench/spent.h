#pragma once

#include <sys/resource.h>

#include <chrono>

using Clock = std::chrono::steady_clock;

inline double milliseconds(Clock::duration spent) {
  return std::chrono::duration<double, std::milli>(spent).count();
}

/// The most memory that this process ever had, in KiB.
inline long most_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}
