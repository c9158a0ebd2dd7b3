using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Patients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "Patients",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Notes",
                table: "Patients",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Patients",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "PatientEvents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PatientId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Who = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    From = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    To = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatientEvents_Patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientMerges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AwayId = table.Column<int>(type: "int", nullable: false),
                    KeptId = table.Column<int>(type: "int", nullable: false),
                    Moved = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Who = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    After_DateOfBirth = table.Column<DateOnly>(type: "date", nullable: true),
                    After_Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    After_Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    After_Notes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    After_Telephone = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    Before_DateOfBirth = table.Column<DateOnly>(type: "date", nullable: true),
                    Before_Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Before_Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Before_Notes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Before_Telephone = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatientMerges_Patients_AwayId",
                        column: x => x.AwayId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatientMerges_Patients_KeptId",
                        column: x => x.KeptId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PatientId = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Word = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientWords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatientWords_Patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Patients_DateOfBirth",
                table: "Patients",
                column: "DateOfBirth");

            migrationBuilder.CreateIndex(
                name: "IX_PatientEvents_PatientId",
                table: "PatientEvents",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientMerges_AwayId",
                table: "PatientMerges",
                column: "AwayId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientMerges_KeptId",
                table: "PatientMerges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientWords_Key_Word_PatientId",
                table: "PatientWords",
                columns: new[] { "Key", "Word", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatientWords_PatientId_Word",
                table: "PatientWords",
                columns: new[] { "PatientId", "Word" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PatientEvents");

            migrationBuilder.DropTable(
                name: "PatientMerges");

            migrationBuilder.DropTable(
                name: "PatientWords");

            migrationBuilder.DropIndex(
                name: "IX_Patients_DateOfBirth",
                table: "Patients");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Patients");

            migrationBuilder.DropColumn(
                name: "Notes",
                table: "Patients");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Patients");
        }
    }
}
