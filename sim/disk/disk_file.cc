#include "sim/disk/disk_file.h"

#include <algorithm>

namespace callwright::sim {
namespace {

constexpr std::size_t sector_bytes = 512;

void put(std::string& image, std::size_t at, std::string_view bytes) {
  if (bytes.empty()) return;
  // What begins inside or at the end overwrites and appends; a gap before it reads as zeros.
  if (image.size() < at) image.resize(at, '\0');
  image.replace(at, std::min(bytes.size(), image.size() - at), bytes);
}

std::string noise(Random& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random.below(256));
  return bytes;
}

// Each sector the write touches arrives or does not, or holds noise where it was written.
void put_torn(std::string& image, std::size_t at, std::string_view bytes, double scrambled,
              Random& random) {
  while (!bytes.empty()) {
    const std::size_t room = sector_bytes - at % sector_bytes;
    const std::string_view part = bytes.substr(0, room);
    const double fate = random.fraction();
    if (fate < scrambled) {
      put(image, at, noise(random, part.size()));
    } else if (fate < scrambled + (1 - scrambled) / 2) {
      put(image, at, part);
    }
    at += part.size();
    bytes.remove_prefix(part.size());
  }
}

}  // namespace

Losses Losses::drawn(Random& random) {
  switch (random.below(5)) {
    case 0:
      return {.dropped = 1};
    case 1:
      return {};
    case 2:
      return {.in_order = true, .torn = 1, .scrambled = random.fraction() / 2};
    case 3:
      return {.dropped = random.fraction()};
    default:
      return {.dropped = random.fraction() / 2,
              .torn = random.fraction(),
              .scrambled = random.below(2) == 0 ? 0 : random.fraction() / 4};
  }
}

void DiskFile::write(std::size_t at, std::string_view bytes) {
  const std::size_t end = std::min(at + bytes.size(), bytes_.size());
  remember(at, bytes.size(), at < end ? end - at : 0, false);
  put(bytes_, at, bytes);
}

void DiskFile::truncate(std::size_t size) {
  if (size >= bytes_.size()) return;
  remember(size, 0, bytes_.size() - size, true);
  bytes_.resize(size);
}

void DiskFile::remember(std::size_t at, std::size_t size, std::size_t old_size, bool truncates) {
  changes_.push_back({.at = at,
                      .size = size,
                      .size_before = bytes_.size(),
                      .old_begin = old_bytes_.size(),
                      .old_size = old_size,
                      .truncates = truncates});
  if (old_size > 0) old_bytes_.append(bytes_, at, old_size);
}

void DiskFile::sync() {
  changes_.clear();
  old_bytes_.clear();
}

void DiskFile::lose_power(Random& random, const Losses& losses) {
  const std::vector<std::string> written = undo_changes();
  const std::size_t point = random.below(changes_.size() + 1);
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    if (losses.in_order && i > point) break;
    const bool stays_whole = losses.in_order && i < point;
    if (!stays_whole && random.fraction() < losses.dropped) continue;
    if (changes_[i].truncates) {
      bytes_.resize(std::min(bytes_.size(), changes_[i].at));
    } else if (!stays_whole && random.fraction() < losses.torn) {
      put_torn(bytes_, changes_[i].at, written[i], losses.scrambled, random);
    } else {
      put(bytes_, changes_[i].at, written[i]);
    }
  }
  sync();
}

// Leaves the bytes at the last sync, and gives what each change since then wrote.
std::vector<std::string> DiskFile::undo_changes() {
  std::vector<std::string> written(changes_.size());
  for (std::size_t i = changes_.size(); i-- > 0;) {
    const Change& change = changes_[i];
    written[i] = bytes_.substr(std::min(change.at, bytes_.size()), change.size);
    bytes_.resize(change.size_before, '\0');
    if (change.old_size > 0) {
      bytes_.replace(change.at, change.old_size, old_bytes_, change.old_begin, change.old_size);
    }
  }
  return written;
}

}  // namespace callwright::sim
