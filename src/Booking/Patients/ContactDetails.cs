namespace Booking;

/// <summary>Who a patient is and how the clinic reaches them, with what reception should know of them.</summary>
/// <param name="Notes">For reception, in their words.</param>
public sealed record ContactDetails(
    PersonName Name, Telephone Telephone, string? Email, DateOnly? DateOfBirth, string? Notes, ToldBy ToldBy = ToldBy.Text)
{
    /// <summary>Each detail that is another in these, as it is said: what it is, and from what to what.</summary>
    public IEnumerable<(string What, string? From, string? To)> ChangesTo(ContactDetails other) =>
        Said().Zip(other.Said())
            .Where(pair => pair.First.Words != pair.Second.Words)
            .Select(pair => (pair.First.What, pair.First.Words, pair.Second.Words));

    /// <summary>These details with what a change made of them put back, but for what has been changed once more since.</summary>
    public ContactDetails Undo(ContactDetails before, ContactDetails after) => new(
        Name == after.Name ? before.Name : Name,
        Telephone == after.Telephone ? before.Telephone : Telephone,
        Email == after.Email ? before.Email : Email,
        DateOfBirth == after.DateOfBirth ? before.DateOfBirth : DateOfBirth,
        Notes == after.Notes ? before.Notes : Notes,
        ToldBy == after.ToldBy ? before.ToldBy : ToldBy);

    private IEnumerable<(string What, string? Words)> Said() =>
    [
        ("Full name", Name.Text),
        ("Telephone", Telephone.Display),
        ("E-mail", Email),
        ("Date of birth", DateOfBirth?.SaidAsBirthDate()),
        ("Notes", Notes),
        ("Told by", ToldBy.Said()),
    ];
}
