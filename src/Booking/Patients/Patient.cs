using System.Security.Cryptography;
using System.Text;

namespace Booking;

/// <summary>
/// A person. Contact details are not an identity: families share a telephone. Somebody is recognised by telephone and folded
/// full name together, and by date of birth where both have one.
/// </summary>
public sealed class Patient
{
    public const int NameLength = 100;
    public const int EmailLength = 254;
    public const int NotesLength = 1000;

    /// <summary>One letter can fold to several: ß is SS, and some signs are words.</summary>
    public const int FoldedNameLength = 18 * NameLength;

    public const int TelephoneLength = 16;
    public const int RecognitionBytes = 32;

    /// <summary>What stands in place of the name of somebody whose details have been removed.</summary>
    public const string Nobody = "Removed";

    // Country code 999 is given to no country: it can be neither rung nor texted.
    private const string NobodysTelephone = "+99900000000";

    private Patient()
    {
    }

    public int Id { get; private init; }

    /// <summary>As typed.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>For finding: capitals, without accents and punctuation.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>E.164, for example +447700900123.</summary>
    public string Telephone { get; private set; } = "";

    /// <summary>As the clinic wrote it down, or as they took it over themselves by a link that went to their telephone.</summary>
    public string? Email { get; private set; }

    public DateOnly? DateOfBirth { get; private set; }

    public ToldBy ToldBy { get; private set; }

    /// <summary>What reception should know, in their words.</summary>
    public string? Notes { get; private set; }

    /// <summary>A hash of telephone and folded name: equal for people who may be one person, and unique with the next.</summary>
    public byte[] Recognition { get; private set; } = [];

    /// <summary>0, or 1, 2 ... for further people of the same name and telephone: father and son.</summary>
    public int Namesake { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private init; }

    /// <summary>When their details were removed (UTC).</summary>
    public DateTime? EmptiedAt { get; private set; }

    /// <summary>
    /// Raised with every change. Two people who change one patient: the second is told. 0 only while the patient, written by
    /// an earlier version of the site, has no words to be found by.
    /// </summary>
    public int Version { get; private set; }

    /// <summary>The record that this person has as well, and that alone is used now; or null.</summary>
    public int? MergedIntoId { get; private set; }

    public List<PatientWord> Words { get; private init; } = [];

    public List<PatientEvent> History { get; private init; } = [];

    public string FirstName => PersonName.Parse(FullName).First;

    public ContactDetails Details =>
        new(PersonName.Parse(FullName), Booking.Telephone.Parse(Telephone), Email, DateOfBirth, Notes, ToldBy);

    public static Patient New(PersonName name, Telephone telephone, string? email, int namesake, DateTime utcNow) =>
        New(new ContactDetails(name, telephone, email, DateOfBirth: null, Notes: null), namesake, utcNow);

    public static Patient New(ContactDetails details, int namesake, DateTime utcNow)
    {
        var patient = new Patient { CreatedAt = utcNow };
        patient.Become(details, namesake);
        return patient;
    }

    /// <summary>Takes these details over and writes down who changed which; the words to be found by follow.</summary>
    /// <param name="namesake">0, or the next number among the others of that name and telephone.</param>
    /// <param name="who">The member of staff by name.</param>
    public void Change(ContactDetails to, int namesake, string who, DateTime utcNow)
    {
        foreach (var (what, before, after) in Details.ChangesTo(to))
        {
            History.Add(new PatientEvent { At = utcNow, Who = who, What = what, From = before, To = after });
        }

        Become(to, namesake);
    }

    /// <summary>Writes down what was done with this record.</summary>
    public void Note(string what, string who, DateTime utcNow) =>
        History.Add(new PatientEvent { At = utcNow, Who = who, What = what });

    /// <summary>Gives a patient of an earlier version the words to be found by.</summary>
    public void BecomeFindable() => Become(Details, Namesake);

    internal void GoInto(Patient kept, string who, DateTime utcNow)
    {
        MergedIntoId = kept.Id;
        Version++;
        Note($"Joined with the record of {kept.FullName}", who, utcNow);
    }

    internal void ComeBack(string who, DateTime utcNow)
    {
        MergedIntoId = null;
        Version++;
        Note("A record of its own again", who, utcNow);
    }

    /// <summary>Forgets who they were. The row stays for the appointments that hang on it; nobody is recognised by it again.</summary>
    public void Empty(byte[] random, DateTime utcNow)
    {
        (FullName, FoldedName) = (Nobody, PersonName.Parse(Nobody).Folded);
        (Telephone, Email, DateOfBirth, Notes) = (NobodysTelephone, null, null, null);
        Recognition = random;
        Words.Clear();
        EmptiedAt = utcNow;
        Version++;
    }

    /// <summary>Whether nothing is known against this date of birth.</summary>
    public bool MayBeBorn(DateOnly? date) => date is null || DateOfBirth is null || date == DateOfBirth;

    public static byte[] RecognisedBy(PersonName name, Telephone telephone) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{telephone.Text}\n{name.Folded}"));

    private void Become(ContactDetails details, int namesake)
    {
        FullName = details.Name.Text;
        FoldedName = details.Name.Folded;
        Telephone = details.Telephone.Text;
        Email = details.Email;
        DateOfBirth = details.DateOfBirth;
        Notes = details.Notes;
        ToldBy = details.ToldBy;
        Recognition = RecognisedBy(details.Name, details.Telephone);
        Namesake = namesake;
        Version++;
        var words = PatientWord.Of(details.Name, details.Telephone).ToDictionary(word => word.Word, StringComparer.Ordinal);
        Words.RemoveAll(known => !words.Remove(known.Word));
        Words.AddRange(words.Values);
    }
}
