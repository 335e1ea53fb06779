#include "dialogue/domain/walk_state.h"

#include <array>
#include <string>

#include "base/result.h"

namespace callwright::dialogue {
namespace {

using customers::Address;
using tenants::AreaAnswer;

constexpr int signal_bits = 7;
constexpr int repairs_seen_max = 7;
constexpr int stage_bits = 5;
constexpr int open_bits = 9;  // Written right after the stage.
static_assert(signal_count <= 1 << signal_bits);

// Writes small numbers one after the other into a key, and reads them again in the same order.
class Packer {
 public:
  void add(std::uint64_t value, int bits) {
    ASSERT(value < std::uint64_t{1} << bits);
    key_ |= value << at_;
    at_ += bits;
  }
  void add(bool value) { add(value ? 1 : 0, 1); }
  WalkKey key() const { return key_; }

 private:
  WalkKey key_ = 0;
  int at_ = signal_bits;
};

class Unpacker {
 public:
  explicit Unpacker(WalkKey key) : key_(key >> signal_bits) {}
  std::uint64_t take(int bits) {
    const std::uint64_t value = key_ & ((std::uint64_t{1} << bits) - 1);
    key_ >>= bits;
    return value;
  }
  bool flag() { return take(1) != 0; }

 private:
  WalkKey key_;
};

enum AddressKind : std::uint8_t { NoAddress, UnplacedAddress, InsideAddress, OutsideAddress };
enum PhoneKind : std::uint8_t { NoPhone, LinePhone, OtherPhone };

AddressKind kind_of(const Address& address, const tenants::Tenant& tenant) {
  if (address.empty()) return NoAddress;
  switch (tenants::covers(tenant.area, address.zip, address.city)) {
    case AreaAnswer::Inside:
      return InsideAddress;
    case AreaAnswer::Outside:
      return OutsideAddress;
    case AreaAnswer::Unknown:
      break;
  }
  return UnplacedAddress;
}

std::optional<Address> find_address(const tenants::Tenant& tenant, AreaAnswer wanted,
                                    std::string_view street) {
  std::vector<Address> candidates = {{}, {.zip = "99950"}, {.zip = "00501"}, {.zip = "55555"}};
  for (const std::string& pattern : tenant.area.zips) {
    std::string zip = pattern;
    if (zip.ends_with('*')) zip.pop_back();
    candidates.push_back({.zip = zip.append(5 - std::min<std::size_t>(zip.size(), 5), '1')});
  }
  for (const std::string& city : tenant.area.cities) candidates.push_back({.city = city});
  for (Address& address : candidates) {
    address.street = street;
    if (tenants::covers(tenant.area, address.zip, address.city) == wanted) return address;
  }
  return std::nullopt;
}

Address address_of(AddressKind kind, const WalkSamples& samples) {
  switch (kind) {
    case UnplacedAddress:
      return samples.unplaced.value_or(samples.inside);
    case InsideAddress:
      return samples.inside;
    case OutsideAddress:
      return samples.outside.value_or(samples.inside);
    case NoAddress:
      break;
  }
  return {};
}

TimeRange hour_from(Instant begin) {
  return {begin, begin + Minutes(60)};
}

}  // namespace

WalkSamples::WalkSamples(const tenants::Tenant& tenant)
    : inside(find_address(tenant, AreaAnswer::Inside, "1 A Street")
                 .value_or(Address{.street = "1 A Street", .zip = "00000"})),
      other_inside(inside),
      outside(find_address(tenant, AreaAnswer::Outside, "3 C Street")),
      unplaced(find_address(tenant, AreaAnswer::Unknown, "4 D Street")),
      line(*PhoneNumber::parse("+15550100101")),
      phone(*PhoneNumber::parse("+15550100102")),
      window(hour_from(Instant())) {
  other_inside.street = "2 B Street";
  for (int i = 0; i < 2; ++i) {
    const TimeRange visit = hour_from(Instant() + Minutes(60 * (i + 1)));
    const std::string number = std::to_string(i);
    offers.push_back({.technician = TechnicianId("tech"), .visit = visit});
    visits.push_back(
        {.id = AppointmentId("apt" + number), .service = ServiceId("service"), .visit = visit});
  }
}

WalkKey pack(const Memory& memory, const tenants::Tenant& tenant, const WalkSamples& samples) {
  Packer packer;
  packer.add(static_cast<std::uint64_t>(memory.stage), stage_bits);
  packer.add(!memory.name.empty());
  packer.add(memory.wish.has_value());
  packer.add(kind_of(memory.address, tenant), 2);
  packer.add(memory.chosen.has_value());
  packer.add(memory.visits.empty() ? 0 : memory.visit ? 2 : 1, 2);
  packer.add(memory.identified);
  packer.add(keeps_values(memory.stage) && memory.read_back == commitment(memory));

  packer.add(static_cast<std::uint64_t>(memory.goal), 3);
  const PhoneKind phone = !memory.phone                  ? NoPhone
                          : memory.phone == samples.line ? LinePhone
                                                         : OtherPhone;
  packer.add(phone, 2);
  packer.add(memory.line.has_value());
  // A count that nothing bounds ends in a loop of the walk, which is found.
  packer.add(static_cast<std::uint64_t>(std::min(memory.repairs, repairs_seen_max)), 3);
  packer.add(memory.doubt ? static_cast<std::uint64_t>(*memory.doubt) + 1 : 0, 3);
  packer.add(memory.doubt && memory.doubt_refused);
  packer.add(memory.doubt ? static_cast<std::uint64_t>(memory.clarity) : 0, 2);
  return packer.key();
}

Memory unpack(WalkKey key, const WalkSamples& samples) {
  Unpacker from(key);
  Memory memory;
  memory.stage = static_cast<Stage>(from.take(stage_bits));
  if (from.flag()) memory.name = "A";
  if (from.flag()) memory.wish = TimeWish{.window = samples.window};
  memory.address = address_of(static_cast<AddressKind>(from.take(2)), samples);
  if (from.flag()) memory.chosen = samples.offers.front();
  const std::uint64_t visits = from.take(2);
  if (visits != 0) memory.visits = samples.visits;
  if (visits == 2) memory.visit = samples.visits.front();
  memory.identified = from.flag();
  const bool as_read_back = from.flag();

  memory.goal = static_cast<Goal>(from.take(3));
  const std::uint64_t phone = from.take(2);
  if (phone != NoPhone) memory.phone = phone == LinePhone ? samples.line : samples.phone;
  if (from.flag()) memory.line = samples.line;
  memory.repairs = static_cast<int>(from.take(3));
  const std::uint64_t doubt = from.take(3);
  if (doubt != 0) memory.doubt = static_cast<Value>(doubt - 1);
  if (memory.doubt == Value::Email) memory.email = "a@example.com";
  memory.doubt_refused = from.flag();
  memory.clarity = static_cast<Clarity>(from.take(2));
  if (memory.stage == Stage::Offers) memory.offers = samples.offers;
  if (memory.stage == Stage::VisitChoice) memory.visits = samples.visits;
  const bool alerted =
      memory.stage == Stage::EmergencyAddress || memory.stage == Stage::EmergencyPhone;
  if (alerted) memory.alert = AlertId("alert");
  if (as_read_back) memory.read_back = commitment(memory);
  return memory;
}

bool keeps_values(Stage stage) {
  return stage == Stage::BookingConfirm || stage == Stage::MoveConfirm ||
         stage == Stage::CancelConfirm;
}

bool leaves_values_open(Signal signal) {
  switch (signal) {
    case Signal::NeedsConfirm:
    case Signal::NeedsSearch:
    case Signal::NeedsTime:
    case Signal::OutsideArea:
    case Signal::NeedsVisits:
    case Signal::NeedsVisitChoice:
    case Signal::SlotsFound:
    case Signal::ExactFree:
    case Signal::ExactNotFree:
    case Signal::NoSlots:
    case Signal::SlotLost:
    case Signal::OneVisit:
    case Signal::ManyVisits:
      return false;
    default:
      return true;
  }
}

WalkKey without_open_values(WalkKey key) {
  Unpacker from(key);
  if (keeps_values(static_cast<Stage>(from.take(stage_bits)))) return key;
  return key & ~(((WalkKey{1} << open_bits) - 1) << (signal_bits + stage_bits));
}

WalkKey with_signal(WalkKey key, Signal signal) {
  return key | static_cast<WalkKey>(signal);
}

Signal signal_of(WalkKey key) {
  return static_cast<Signal>(key & ((WalkKey{1} << signal_bits) - 1));
}

}  // namespace callwright::dialogue
