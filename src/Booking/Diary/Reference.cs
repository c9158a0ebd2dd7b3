using System.Security.Cryptography;

namespace Booking;

/// <summary>
/// The secret by which a patient reaches an appointment: 128 random bits, written as 26 letters and digits. Only its hash is
/// kept, so nobody who reads the database can open a patient's link.
/// </summary>
public readonly record struct Reference
{
    public const int Bytes = 16;
    public const int HashBytes = 32;

    private const int Letters = 26;
    private const int BitsALetter = 5;

    // No i, l, o, u: nothing that is misread aloud or spells a word.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private Reference(string text) => Text = text;

    public string Text { get; }

    public byte[] Hash => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Text));

    public static Reference From(ReadOnlySpan<byte> random)
    {
        if (random.Length != Bytes)
        {
            throw new ArgumentException("A reference is made of 16 random bytes.", nameof(random));
        }

        var number = new UInt128(
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(random),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(random[8..]));
        return new Reference(string.Create(Letters, number, (letters, rest) =>
        {
            for (var i = letters.Length - 1; i >= 0; i--, rest >>= BitsALetter)
            {
                letters[i] = Alphabet[(int)(uint)(rest & 31)];
            }
        }));
    }

    /// <summary>Another secret that whoever has this one can have too, always the same for the same thing.</summary>
    public Reference Beside(string thing) =>
        From(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Text} {thing}")).AsSpan(0, Bytes));

    /// <summary>Reads what stands in a link; capitals are taken for small letters.</summary>
    public static bool TryParse(string? text, out Reference reference)
    {
        var small = text?.ToLowerInvariant();
        var valid = small is { Length: Letters } && small.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal));
        reference = valid ? new Reference(small!) : default;
        return valid;
    }

    public override string ToString() => "(a reference)";
}
