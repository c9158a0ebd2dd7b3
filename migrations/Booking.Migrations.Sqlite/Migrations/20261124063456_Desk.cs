using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_DiaryClaims",
                table: "DiaryClaims");

            migrationBuilder.AddColumn<int>(
                name: "MinutesLate",
                table: "Messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "PractitionerId",
                table: "Messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "DiaryClaims",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "UndoSeconds",
                table: "BookingRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 60);

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "Appointments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Appointments",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Overruled",
                table: "Appointments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "AppointmentEvents",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "From",
                table: "AppointmentEvents",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "To",
                table: "AppointmentEvents",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_DiaryClaims",
                table: "DiaryClaims",
                columns: new[] { "Resource", "Tick", "Lane" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_DiaryClaims",
                table: "DiaryClaims");

            migrationBuilder.DropColumn(
                name: "MinutesLate",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "PractitionerId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "DiaryClaims");

            migrationBuilder.DropColumn(
                name: "UndoSeconds",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Overruled",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "AppointmentEvents");

            migrationBuilder.DropColumn(
                name: "From",
                table: "AppointmentEvents");

            migrationBuilder.DropColumn(
                name: "To",
                table: "AppointmentEvents");

            migrationBuilder.AddPrimaryKey(
                name: "PK_DiaryClaims",
                table: "DiaryClaims",
                columns: new[] { "Resource", "Tick" });
        }
    }
}
